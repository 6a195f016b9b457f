package dev.agoratoken.verify.finding;

/**
 * One result of a verification or inspection.
 *
 * @param code the kind of problem; compare it instead of the message
 * @param severity whether Agora rejects the token because of this
 * @param message the problem, with received and expected values
 * @param remedy what to do, as one imperative sentence without a full stop
 */
public record Finding(FindingCode code, Severity severity, String message, String remedy) {}
