package dev.agoratoken.verify;

import java.util.Comparator;

/**
 * One thing that was found out about a token.
 *
 * @param message what is the case, with the values on both sides
 * @param remedy what to do about it, as one imperative sentence without a full stop
 */
public record Finding(FindingCode code, Severity severity, String message, String remedy) {
    /** The gravest first, and of equally grave ones those that explain others. */
    static final Comparator<Finding> BY_IMPORTANCE =
            Comparator.comparing(Finding::severity).thenComparing(Finding::code);
}
