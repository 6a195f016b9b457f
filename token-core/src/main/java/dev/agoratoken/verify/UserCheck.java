package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.ACCOUNT_FOR_NUMBER;
import static dev.agoratoken.verify.FindingCode.ANY_USER;
import static dev.agoratoken.verify.FindingCode.LITERAL_ZERO_ACCOUNT;
import static dev.agoratoken.verify.FindingCode.NUMBER_FOR_ACCOUNT;
import static dev.agoratoken.verify.FindingCode.USER_MISMATCH;
import static dev.agoratoken.verify.FindingCode.WILDCARD;

import dev.agoratoken.token.Printable;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import dev.agoratoken.token.service.ResourceType;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.EncodedName.Plain;
import dev.agoratoken.verify.ExpectedUser.Kind;
import java.util.ArrayList;
import java.util.List;

/** Holds the users of a token against the one who joins or logs in. */
final class UserCheck {
    private static final String ZERO = "0";

    private final boolean inClassroom;
    private final ClassroomChatUser classroomChatUser;
    private final Expectation expected;
    private final FindingCollector findingCollector;

    UserCheck(List<GrantedService> rights, Expectation expected, FindingCollector findingCollector) {
        this.inClassroom = rights.stream().anyMatch(service -> service.type() == ServiceType.APAAS);
        this.classroomChatUser = ClassroomChatUser.of(rights, expected);
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    /** Those of the services that are for the user; all of them, and a report, if none is. */
    List<GrantedService> chosenOf(List<GrantedService> candidates) {
        List<GrantedService> covering = new ArrayList<>(candidates.size());
        for (GrantedService candidate : candidates) {
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
    private boolean isFor(GrantedService service, String name) {
        EncodedName user = service.user();
        if (name == null || user == null) {
            return true;
        }
        return service.isInChannel()
                ? user.covers(name)
                : user.equalsName(name) || inClassroom && classroomChatUser.isIn(service);
    }

    private String nameFor(GrantedService service) {
        return service.isInChannel() ? ServiceSelector.joiningUser(expected) : ServiceSelector.userId(expected);
    }

    /** Reports that a service is for more than one user or channel, or for the account "0". */
    void reportOpenness(GrantedService service) {
        service.permissions().forEach(this::reportOpenness);
        if (!service.isInChannel()) {
            return;
        }
        if (service.user().equalsName("")) {
            findingCollector.note(
                    ANY_USER,
                    "the user in the token is empty, so whoever holds it may join as any user",
                    "name the user if only one is meant");
        }
        if (service.user().isPattern()
                || service.channel().isPattern()
                || service.channel().equalsName("")) {
            findingCollector.warn(
                    WILDCARD,
                    "the token is for channel " + service.channel().display() + " and user "
                            + service.user().display() + ", which stands for more than one",
                    "name one channel and one user unless more are meant");
        }
        if (service.user().equalsName(ZERO)) {
            reportZero();
        }
    }

    private void reportOpenness(PermissionEntry permission) {
        for (String name : permission.names()) {
            if (name.indexOf('*') >= 0) {
                findingCollector.warn(
                        WILDCARD,
                        "the token lets its user " + AccessType.labelOf(permission.permissionType()) + " the "
                                + ResourceType.labelOf(permission.resourceType()) + " " + Printable.quote(name)
                                + ", which stands for more than one",
                        "name each of them unless more are meant");
                return;
            }
        }
    }

    private void reportZero() {
        if (expected.user().filter(user -> user.kind() == Kind.ACCOUNT).isPresent()) {
            findingCollector.note(
                    LITERAL_ZERO_ACCOUNT,
                    "the token is for the account \"0\", as expected, which is not \"any user\"",
                    "join with the account \"0\", and never with the number 0");
        } else if (ServiceSelector.joiningUser(expected) == null) {
            findingCollector.warn(
                    LITERAL_ZERO_ACCOUNT,
                    "the token is for the account \"0\", which is not \"any user\": a client that joins with uid 0 is refused",
                    ZERO_REMEDY);
        }
    }

    private static final String ZERO_REMEDY =
            "make the token for the number 0, which is written as an empty user (not so the text \"0\", nor any 0 in"
                    + " Agora's builder for PHP), or for the user who joins";

    private void reportMismatch(GrantedService service) {
        EncodedName stored = service.user();
        String name = nameFor(service);
        if (!service.isInChannel()) {
            findingCollector.error(
                    USER_MISMATCH,
                    "the token is for user id " + stored.display() + ", and the client logs in as "
                            + Printable.quote(name)
                            + (classroomChatUser.isIn(service)
                                    ? ": the MD5 of it, by which Flexible Classroom names users in Chat"
                                    : NameSimilarity.of(stored, name)),
                    "make the token for the user id that logs in, letter by letter");
            return;
        }
        if (stored.equalsName(ZERO)) {
            findingCollector.error(
                    LITERAL_ZERO_ACCOUNT,
                    "the token is for the account \"0\", which is not \"any user\" but one user of that name, and the"
                            + " client joins as " + shown(name),
                    ZERO_REMEDY);
            return;
        }
        reportMismatch(stored, name, expected.user().map(ExpectedUser::kind).orElse(Kind.ACCOUNT));
    }

    private void reportMismatch(EncodedName stored, String name, Kind kind) {
        boolean holdsText = stored instanceof Plain;
        boolean holdsNumber = stored instanceof Plain plain && UserId.isValue(plain.text());
        if (kind == Kind.NUMBER && holdsText && !holdsNumber && !NameSimilarity.isSigned(stored, name)) {
            findingCollector.error(
                    NUMBER_FOR_ACCOUNT,
                    "the token is for the account " + stored.display() + ", and the client joins with the number "
                            + name,
                    "join with that account (joinChannelWithUserAccount), or make the token for the number " + name);
        } else if (kind == Kind.ACCOUNT && holdsNumber && !UserId.isValue(name)) {
            findingCollector.error(
                    ACCOUNT_FOR_NUMBER,
                    "the token is for the number " + ((Plain) stored).text()
                            + ", and the client joins with the account " + Printable.quote(name),
                    "join with that number (joinChannel), or make the token for the account " + Printable.quote(name));
        } else {
            findingCollector.error(
                    USER_MISMATCH,
                    "the token is for user " + stored.display() + ", and the client joins as " + shown(name)
                            + NameSimilarity.of(stored, name),
                    "make the token for the user who joins");
        }
    }

    private static String shown(String name) {
        return name.isEmpty() ? "any user (uid 0)" : Printable.quote(name);
    }

    /** The number 1234 and the account "1234" write the same text and are two users. */
    private void reportSharedText(GrantedService service) {
        ExpectedUser user = expected.user().orElse(ExpectedUser.ANYONE);
        if (service.isInChannel()
                && user.kind() == Kind.ACCOUNT
                && UserId.isValue(user.text())
                && service.user().equalsName(user.text())) {
            findingCollector.note(
                    ACCOUNT_FOR_NUMBER,
                    "the token holds \"" + user.text()
                            + "\", which is written for the account and for the number alike",
                    "join with joinChannelWithUserAccount for the account \"" + user.text()
                            + "\", and with joinChannel for the number");
        }
    }
}
