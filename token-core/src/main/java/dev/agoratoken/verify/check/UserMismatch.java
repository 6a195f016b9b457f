package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.ACCOUNT_FOR_NUMBER;
import static dev.agoratoken.verify.finding.FindingCode.LITERAL_ZERO_ACCOUNT;
import static dev.agoratoken.verify.finding.FindingCode.MISSING_PRIVILEGE;
import static dev.agoratoken.verify.finding.FindingCode.NAME_MISFORMATTED;
import static dev.agoratoken.verify.finding.FindingCode.NAME_UNDEFINED;
import static dev.agoratoken.verify.finding.FindingCode.NUMBER_FOR_ACCOUNT;
import static dev.agoratoken.verify.finding.FindingCode.USER_MISMATCH;

import dev.agoratoken.text.Printable;
import dev.agoratoken.text.WholeNumber;
import dev.agoratoken.token.UserId;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.ExpectedUser.Kind;
import dev.agoratoken.verify.grant.EncodedName;
import dev.agoratoken.verify.grant.EncodedName.Checksum;
import dev.agoratoken.verify.grant.EncodedName.Plain;
import dev.agoratoken.verify.grant.GrantedService;
import dev.agoratoken.verify.grant.MissingValue;
import dev.agoratoken.verify.grant.NameSimilarity;
import dev.agoratoken.verify.grant.NumberSpelling;
import java.util.Objects;
import java.util.Optional;

/** Explanation of why the user in a token is not the user of the client: one finding, the likeliest cause. */
final class UserMismatch {
    static final String ZERO_REMEDY =
            "make the token for uid 0 as a number (\"\" for Agora's PHP builder), or for the user who joins";

    private final Expectation expected;
    private final ClassroomChatUser classroomChatUser;
    private final FindingCollector findingCollector;

    UserMismatch(Expectation expected, ClassroomChatUser classroomChatUser, FindingCollector findingCollector) {
        this.expected = expected;
        this.classroomChatUser = classroomChatUser;
        this.findingCollector = findingCollector;
    }

    /** Reports a service that is for another user; a mismatch implies that both users are known. */
    void report(GrantedService service) {
        EncodedName stored = service.requireUser();
        String name = Objects.requireNonNull(ServiceSelector.nameFor(service, expected));
        Optional<String> missing = MissingValue.of(stored);
        if (missing.isPresent()) {
            reportMissingValue(missing.get(), service, name);
        } else if (service.isInChannel()) {
            reportJoin(service, name);
        } else {
            reportLogin(service, name);
        }
    }

    private void reportMissingValue(String text, GrantedService service, String name) {
        findingCollector.error(
                NAME_UNDEFINED,
                "the token is for the user " + Printable.quote(text) + ", but the client uses " + client(service, name)
                        + ": the code that made the token had no " + kind(service),
                name.isEmpty()
                        ? "make the token for uid 0 as a number"
                        : "pass " + client(service, name) + " to the code that makes the token");
    }

    private String kind(GrantedService service) {
        if (!service.isInChannel()) {
            return "user id";
        }
        return expected.user().filter(user -> user.kind() != Kind.ACCOUNT).isPresent() ? "uid" : "account";
    }

    private void reportLogin(GrantedService service, String name) {
        EncodedName stored = service.requireUser();
        if (stored.equalsName("") && TokenKind.isAppToken(service)) {
            findingCollector.error(MISSING_PRIVILEGE, TokenKind.appTokenMessage(service.type()), TokenKind.USER_REMEDY);
            return;
        }
        Optional<NumberSpelling> spelling = NumberSpelling.of(stored, Optional.of(name))
                .filter(found -> found.number().equals(name));
        if (spelling.isPresent()) {
            reportSpelling(spelling.get(), "user id " + Printable.quote(name));
            return;
        }
        findingCollector.error(
                USER_MISMATCH,
                "the token is for " + stored.describe("user id") + ", but the client logs in as "
                        + Printable.quote(name)
                        + (classroomChatUser.isIn(service)
                                ? ": the token has its MD5, which is the Chat user id in Flexible Classroom"
                                : NameSimilarity.of(stored, name)),
                "make the token for exactly the user id that logs in");
    }

    private void reportJoin(GrantedService service, String name) {
        EncodedName stored = service.requireUser();
        if (stored.equalsName("0")) {
            reportZero(service, name);
            return;
        }
        Optional<NumberSpelling> spelling =
                NumberSpelling.of(stored, Optional.of(name)).filter(found -> isMeant(found, name));
        if (spelling.isPresent()) {
            reportSpelling(spelling.get(), name.isEmpty() ? "uid 0" : "uid " + name);
            return;
        }
        reportUser(service, name, expected.user().map(ExpectedUser::kind).orElse(Kind.ACCOUNT));
    }

    /** Returns whether code wrote a uid, and not the client an unusual account. */
    private static boolean isMeant(NumberSpelling spelling, String name) {
        return spelling.number().equals(name) || spelling.isFloat() && (name.isEmpty() || UserId.isValue(name));
    }

    private void reportSpelling(NumberSpelling spelling, String user) {
        findingCollector.error(
                NAME_MISFORMATTED,
                "the token is for the user " + Printable.quote(spelling.text()) + ", but the client uses " + user
                        + ": code wrote uid " + spelling.number() + " " + spelling.form(),
                "make the token for " + user + ", as a whole number in decimal digits");
    }

    private void reportZero(GrantedService service, String name) {
        String exception = service.user() instanceof Checksum && name.isEmpty()
                ? ": the Web SDK rejects it; some native SDKs accepted it in format 006"
                : "";
        findingCollector.error(
                LITERAL_ZERO_ACCOUNT,
                "the token is for the account \"0\", but the client uses " + client(service, name) + exception,
                name.isEmpty() ? ZERO_REMEDY : "make the token for " + client(service, name));
    }

    private void reportUser(GrantedService service, String name, Kind kind) {
        EncodedName stored = service.requireUser();
        boolean holdsNumber = stored instanceof Plain plain && UserId.isValue(plain.text());
        if (kind == Kind.NUMBER
                && stored instanceof Plain plain
                && !holdsNumber
                && !NameSimilarity.isSigned(stored, name)) {
            reportNumberForAccount(plain.text(), name);
        } else if (kind == Kind.ACCOUNT && holdsNumber && !UserId.isValue(name)) {
            findingCollector.error(
                    ACCOUNT_FOR_NUMBER,
                    "the token is for uid " + ((Plain) stored).text() + ", but the client joins with the account "
                            + Printable.quote(name),
                    "join with that uid (joinChannel), or make the token for the account " + Printable.quote(name));
        } else {
            findingCollector.error(
                    USER_MISMATCH,
                    "the token is for " + (holdsNumber ? "uid " + ((Plain) stored).text() : stored.describe("user"))
                            + ", but the client uses " + client(service, name) + hint(stored, name),
                    kind == Kind.ANYONE ? remedyForAnyone(stored) : "make the token for " + client(service, name));
        }
    }

    /** Returns the likely reason for another user, as the end of a message; empty if there is none. */
    private String hint(EncodedName stored, String name) {
        return isChannel(stored) ? ": the token has the channel as its user" : NameSimilarity.of(stored, name);
    }

    /** Returns what to do if the client passes no uid, or 0, and the token names a user. */
    private String remedyForAnyone(EncodedName stored) {
        if (!(stored instanceof Plain plain)) {
            return "join with the user of the token, or make the token for uid 0";
        }
        if (UserId.isValue(plain.text())) {
            return "join with uid " + plain.text() + ", or make the token for uid 0";
        }
        return isPlausible(plain.text())
                ? "join with that account (joinChannelWithUserAccount), or make the token for uid 0"
                : "make the token for uid 0";
    }

    private void reportNumberForAccount(String account, String uid) {
        findingCollector.error(
                NUMBER_FOR_ACCOUNT,
                "the token is for the account " + Printable.quote(account) + ", but the client joins with uid " + uid
                        + (isChannel(new Plain(account))
                                ? ": the token has the channel as its user"
                                : numberHint(account)),
                isPlausible(account)
                        ? "join with that account (joinChannelWithUserAccount), or make the token for uid " + uid
                        : "make the token for uid " + uid);
    }

    /** Returns whether a client may have that account; a whole number was meant as a uid. */
    private boolean isPlausible(String account) {
        return SdkNameRule.ACCOUNT.accepts(account) && !isChannel(new Plain(account)) && !isWholeNumber(account);
    }

    private static boolean isWholeNumber(String account) {
        return WholeNumber.isDigits(account.startsWith("-") ? account.substring(1) : account);
    }

    /** Returns why a whole number is not a uid, as the end of a message; empty for other texts. */
    private static String numberHint(String account) {
        if (!isWholeNumber(account)) {
            return "";
        }
        return UserId.ofSigned(account)
                .map(uid -> ": the builder wrote uid " + uid + " as a signed number")
                .orElse(": uids are whole numbers from 1 to 4294967295");
    }

    private boolean isChannel(EncodedName user) {
        return expected.channel().filter(user::equalsName).isPresent();
    }

    /** Returns the user of the client, to follow "uses": a uid without quotes, an account in quotes. */
    private String client(GrantedService service, String name) {
        if (name.isEmpty()) {
            return "uid 0 (any user)";
        }
        boolean isNumber = service.isInChannel()
                && expected.user().filter(user -> user.kind() == Kind.NUMBER).isPresent();
        return isNumber ? "uid " + name : Printable.quote(name);
    }
}
