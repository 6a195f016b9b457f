package dev.agoratoken.verify.check;

import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.grant.GrantedService;
import java.util.List;
import java.util.Optional;

/**
 * Error texts of Agora's SDKs and servers for a rejected token (docs/reference/token-format.md#error-codes and
 * docs/reference/token-format.md#checks-in-client-sdks).
 */
public final class SdkErrors {
    private SdkErrors() {}

    /**
     * Returns what clients show for the most severe finding, which is an error; one text per SDK.
     *
     * @param subject the service that the finding is about, if it is about one of several
     */
    public static List<String> of(
            FindingCode cause, Optional<ServiceType> subject, List<GrantedService> services, Expectation expected) {
        if (cause == FindingCode.MISSING_PRIVILEGE
                && PurposeNeeds.of(expected).filter(PurposeNeeds::isInChannel).isPresent()) {
            // The client joins; only what it publishes is dropped.
            return List.of();
        }
        ServiceType service =
                subject.filter(type -> isBesidePurpose(type, expected)).orElseGet(() -> service(services, expected));
        return switch (cause) {
            case EXPIRED, PRIVILEGE_EXPIRED, TIME_UNIT_MISMATCH, LIFETIME_ZERO, LIFETIME_LOOKS_RELATIVE ->
                expired(service);
            case NAME_NOT_ALLOWED -> badName(service);
            case APP_ID_MISMATCH, CERTIFICATE_AS_APP_ID -> otherApp(service);
            case NO_TOKEN -> noToken(service);
            case NOT_A_TOKEN,
                    CASE_LOST,
                    TEXT_ENCODED,
                    APP_ID_WITH_SPACE,
                    TOKEN_EXTRACTED,
                    UNSUPPORTED_FORMAT,
                    TRUNCATED,
                    CORRUPT,
                    PLUS_BECAME_SPACE,
                    PERCENT_ENCODED,
                    WHITESPACE,
                    URL_SAFE_BASE64,
                    SIGNATURE_MISMATCH,
                    MISSING_SERVICE,
                    CHANNEL_AND_USER_SWAPPED,
                    USER_IN_WRONG_FIELD,
                    NAME_UNDEFINED,
                    CHANNEL_MISMATCH,
                    LITERAL_ZERO_ACCOUNT,
                    NAME_MISFORMATTED,
                    NUMBER_FOR_ACCOUNT,
                    ACCOUNT_FOR_NUMBER,
                    USER_MISMATCH,
                    CLASSROOM_CHAT_USER,
                    NAMES_UNSIGNED_IN_006,
                    ISSUED_IN_FUTURE,
                    CHAT_WITHOUT_PRIVILEGE,
                    MISSING_PRIVILEGE,
                    LIFETIME_LOOKS_ABSOLUTE,
                    LIFETIME_OVER_24H,
                    SIGNATURE_UNCHECKED,
                    APP_ID_UNKNOWN,
                    USER_NOT_GIVEN,
                    CHANNEL_NOT_GIVEN,
                    DEMO_PROJECT,
                    UNKNOWN_SERVICE,
                    TOO_LONG_FOR_WEB_SDK,
                    PRIVILEGE_OUTLIVES_TOKEN,
                    TRAILING_DATA,
                    NON_CANONICAL,
                    DUPLICATE_PRIVILEGE,
                    WILDCARD,
                    ANY_USER,
                    SIGNED_BY_SECONDARY,
                    TOKEN_OUTLIVES_PRIVILEGE,
                    PUBLISH_NOT_ENFORCED,
                    UNORDERED,
                    FORMAT_006 -> invalid(service);
        };
    }

    /** Whether the client uses the service besides its purpose. The REST APIs check all services of their tokens. */
    private static boolean isBesidePurpose(ServiceType type, Expectation expected) {
        return PurposeNeeds.of(expected)
                .map(needs -> switch (needs.service()) {
                    case APAAS, CONVO_AI, STT -> false;
                    case RTC, STREAMING, RTM, FPA, CHAT, FCDN, RTM2 -> !needs.isServedBy(type);
                })
                .orElse(false);
    }

    /** Returns the service that the client connects to. */
    private static ServiceType service(List<GrantedService> services, Expectation expected) {
        Optional<PurposeNeeds> needs = PurposeNeeds.of(expected);
        if (needs.isPresent()) {
            return needs.get().service();
        }
        if (services.isEmpty()
                || expected.channel().isPresent()
                || expected.user().isPresent()) {
            return ServiceType.RTC;
        }
        boolean logsIn = expected.userId().isPresent() && services.get(0).isInChannel();
        return logsIn ? ServiceType.RTM : services.get(0).type();
    }

    private static List<String> invalid(ServiceType service) {
        return switch (service) {
            case RTC ->
                List.of(
                        "RTC 110 ERR_INVALID_TOKEN",
                        "Web CAN_NOT_GET_GATEWAY_SERVER: invalid token, authorized failed");
            case RTM, RTM2 -> List.of("Signaling -10005 INVALID_TOKEN");
            case CHAT -> List.of("Chat 104 invalid token");
            case APAAS, CONVO_AI, STT -> List.of("REST 401 Invalid token");
            case STREAMING, FPA, FCDN -> List.of();
        };
    }

    /** An SDK that gets no token sends none, and the project requires one. */
    private static List<String> noToken(ServiceType service) {
        return switch (service) {
            case RTC -> List.of("RTC 110 ERR_INVALID_TOKEN", "Web CAN_NOT_GET_GATEWAY_SERVER: dynamic use static key");
            case RTM, RTM2 -> List.of("Signaling 15 DYNAMIC_ENABLED_BUT_STATIC_KEY");
            case STREAMING, FPA, CHAT, FCDN, APAAS, CONVO_AI, STT -> invalid(service);
        };
    }

    private static List<String> expired(ServiceType service) {
        return switch (service) {
            case RTC ->
                List.of("RTC 109 ERR_TOKEN_EXPIRED", "Web CAN_NOT_GET_GATEWAY_SERVER: dynamic key or token timeout");
            case RTM, RTM2 -> List.of("Signaling -10009 TOKEN_EXPIRED");
            case CHAT -> List.of("Chat 108 token expired");
            case APAAS, CONVO_AI, STT -> List.of("REST 401 Token is expired");
            case STREAMING, FPA, FCDN -> List.of();
        };
    }

    private static List<String> otherApp(ServiceType service) {
        return service == ServiceType.RTM || service == ServiceType.RTM2
                ? List.of("Signaling -10005 INVALID_TOKEN", "Signaling Web INCONSISTENT_APPID")
                : invalid(service);
    }

    private static List<String> badName(ServiceType service) {
        return switch (service) {
            case RTC -> List.of("RTC 102 invalid channel name", "RTC 134 invalid user account", "Web INVALID_PARAMS");
            case STREAMING, RTM, FPA, CHAT, FCDN, APAAS, RTM2, CONVO_AI, STT -> List.of();
        };
    }
}
