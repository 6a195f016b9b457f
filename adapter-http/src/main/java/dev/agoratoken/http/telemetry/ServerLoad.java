package dev.agoratoken.http.telemetry;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * How busy the server is now.
 *
 * @param active requests in progress
 * @param waiting requests that wait for their body, for their turn, or for a client to read the response
 * @param overloaded whether every place has been taken for some seconds
 */
public record ServerLoad(IntSupplier active, IntSupplier waiting, BooleanSupplier overloaded) {}
