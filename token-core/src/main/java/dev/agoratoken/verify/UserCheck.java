package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.ACCOUNT_FOR_NUMBER;
import static dev.agoratoken.verify.FindingCode.ANY_USER;
import static dev.agoratoken.verify.FindingCode.LITERAL_ZERO_ACCOUNT;
import static dev.agoratoken.verify.FindingCode.NUMBER_FOR_ACCOUNT;
import static dev.agoratoken.verify.FindingCode.USER_MISMATCH;
import static dev.agoratoken.verify.FindingCode.WILDCARD;

import dev.agoratoken.token.Received;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Access;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import dev.agoratoken.token.service.Resource;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.ExpectedUser.Kind;
import dev.agoratoken.verify.StoredName.Plain;
import java.util.ArrayList;
import java.util.List;

/** Holds the users of a token against the one who joins or logs in. */
final class UserCheck {
    private static final String ZERO = "0";

    private final boolean inClassroom;
    private final ClassroomChat classroomChat;
    private final Expectation expected;
    private final Findings findings;

    UserCheck(List<ServiceRight> rights, Expectation expected, Findings findings) {
        this.inClassroom = rights.stream().anyMatch(right -> right.type() == ServiceType.APAAS);
        this.classroomChat = ClassroomChat.of(rights, expected);
        this.expected = expected;
        this.findings = findings;
    }

    /** Those of the services that are for the user; all of them, and a report, if none is. */
    List<ServiceRight> chosenOf(List<ServiceRight> candidates) {
        List<ServiceRight> covering = new ArrayList<>(candidates.size());
        for (ServiceRight candidate : candidates) {
            if (isFor(candidate, nameFor(candidate))) {
                covering.add(candidate);
            }
        }
        if (covering.isEmpty()) {
            reportMismatch(candidates.get(0));
            return candidates;
        }
        covering.forEach(this::reportOpenness);
        reportSharedText(covering.get(0));
        return covering;
    }

    /** Only a channel knows any user and patterns, and only in a classroom has Chat names of its own. */
    private boolean isFor(ServiceRight right, String name) {
        StoredName user = right.user();
        if (name == null || user == null) {
            return true;
        }
        return right.isInChannel() ? user.covers(name) : user.is(name) || inClassroom && classroomChat.isIn(right);
    }

    private String nameFor(ServiceRight right) {
        return right.isInChannel() ? PlaceCheck.joining(expected) : PlaceCheck.userId(expected);
    }

    /** Reports that a service is for more than one user or channel, or for the account "0". */
    void reportOpenness(ServiceRight right) {
        right.permissions().forEach(this::reportOpenness);
        if (!right.isInChannel()) {
            return;
        }
        if (right.user().is("")) {
            findings.note(
                    ANY_USER,
                    "the user in the token is empty, so whoever holds it may join as any user",
                    "name the user if only one is meant");
        }
        if (right.user().isPattern()
                || right.channel().isPattern()
                || right.channel().is("")) {
            findings.warn(
                    WILDCARD,
                    "the token is for channel " + right.channel().shown() + " and user "
                            + right.user().shown() + ", which stands for more than one",
                    "name one channel and one user unless more are meant");
        }
        if (right.user().is(ZERO)) {
            reportZero();
        }
    }

    private void reportOpenness(PermissionEntry permission) {
        for (String name : permission.names()) {
            if (name.indexOf('*') >= 0) {
                findings.warn(
                        WILDCARD,
                        "the token lets its user " + Access.labelOf(permission.permissionType()) + " the "
                                + Resource.labelOf(permission.resourceType()) + " " + Received.quoted(name)
                                + ", which stands for more than one",
                        "name each of them unless more are meant");
                return;
            }
        }
    }

    private void reportZero() {
        if (expected.user().filter(user -> user.kind() == Kind.ACCOUNT).isPresent()) {
            findings.note(
                    LITERAL_ZERO_ACCOUNT,
                    "the token is for the account \"0\", as expected, which is not \"any user\"",
                    "join with the account \"0\", and never with the number 0");
        } else if (PlaceCheck.joining(expected) == null) {
            findings.warn(
                    LITERAL_ZERO_ACCOUNT,
                    "the token is for the account \"0\", which is not \"any user\": a client that joins with uid 0 is refused",
                    ZERO_REMEDY);
        }
    }

    private static final String ZERO_REMEDY =
            "make the token for the number 0, which is written as an empty user (not so the text \"0\", nor any 0 in"
                    + " Agora's builder for PHP), or for the user who joins";

    private void reportMismatch(ServiceRight right) {
        StoredName stored = right.user();
        String name = nameFor(right);
        if (!right.isInChannel()) {
            findings.error(
                    USER_MISMATCH,
                    "the token is for user id " + stored.shown() + ", and the client logs in as "
                            + Received.quoted(name)
                            + (classroomChat.isIn(right)
                                    ? ": the MD5 of it, by which Flexible Classroom names users in Chat"
                                    : Likeness.of(stored, name)),
                    "make the token for the user id that logs in, letter by letter");
            return;
        }
        if (stored.is(ZERO)) {
            findings.error(
                    LITERAL_ZERO_ACCOUNT,
                    "the token is for the account \"0\", which is not \"any user\" but one user of that name, and the"
                            + " client joins as " + shown(name),
                    ZERO_REMEDY);
            return;
        }
        reportMismatch(stored, name, expected.user().map(ExpectedUser::kind).orElse(Kind.ACCOUNT));
    }

    private void reportMismatch(StoredName stored, String name, Kind kind) {
        boolean holdsText = stored instanceof Plain;
        boolean holdsNumber = stored instanceof Plain plain && UserId.isValue(plain.text());
        if (kind == Kind.NUMBER && holdsText && !holdsNumber && !Likeness.isSigned(stored, name)) {
            findings.error(
                    NUMBER_FOR_ACCOUNT,
                    "the token is for the account " + stored.shown() + ", and the client joins with the number " + name,
                    "join with that account (joinChannelWithUserAccount), or make the token for the number " + name);
        } else if (kind == Kind.ACCOUNT && holdsNumber && !UserId.isValue(name)) {
            findings.error(
                    ACCOUNT_FOR_NUMBER,
                    "the token is for the number " + ((Plain) stored).text()
                            + ", and the client joins with the account " + Received.quoted(name),
                    "join with that number (joinChannel), or make the token for the account " + Received.quoted(name));
        } else {
            findings.error(
                    USER_MISMATCH,
                    "the token is for user " + stored.shown() + ", and the client joins as " + shown(name)
                            + Likeness.of(stored, name),
                    "make the token for the user who joins");
        }
    }

    private static String shown(String name) {
        return name.isEmpty() ? "any user (uid 0)" : Received.quoted(name);
    }

    /** The number 1234 and the account "1234" write the same text and are two users. */
    private void reportSharedText(ServiceRight right) {
        ExpectedUser user = expected.user().orElse(ExpectedUser.ANYONE);
        if (right.isInChannel()
                && user.kind() == Kind.ACCOUNT
                && UserId.isValue(user.text())
                && right.user().is(user.text())) {
            findings.note(
                    ACCOUNT_FOR_NUMBER,
                    "the token holds \"" + user.text()
                            + "\", which is written for the account and for the number alike",
                    "join with joinChannelWithUserAccount for the account \"" + user.text()
                            + "\", and with joinChannel for the number");
        }
    }
}
