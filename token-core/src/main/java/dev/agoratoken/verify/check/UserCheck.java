package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.ACCOUNT_FOR_NUMBER;
import static dev.agoratoken.verify.finding.FindingCode.ANY_USER;
import static dev.agoratoken.verify.finding.FindingCode.LITERAL_ZERO_ACCOUNT;
import static dev.agoratoken.verify.finding.FindingCode.WILDCARD;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import dev.agoratoken.token.service.ResourceType;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.ExpectedUser.Kind;
import dev.agoratoken.verify.grant.EncodedName;
import dev.agoratoken.verify.grant.GrantedService;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Check of the users in a token against the user who joins or logs in. */
final class UserCheck {
    private static final String ZERO = "0";

    private final boolean inClassroom;
    private final ClassroomChatUser classroomChatUser;
    private final Expectation expected;
    private final FindingCollector findingCollector;

    UserCheck(List<GrantedService> services, Expectation expected, FindingCollector findingCollector) {
        this.inClassroom = services.stream().anyMatch(service -> service.type() == ServiceType.APAAS);
        this.classroomChatUser = ClassroomChatUser.of(services, expected);
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    /** Returns the services for the user; reports a mismatch and returns all candidates if there are none. */
    List<GrantedService> select(List<GrantedService> candidates) {
        List<GrantedService> covering = new ArrayList<>(candidates.size());
        for (GrantedService candidate : candidates) {
            if (isFor(candidate, ServiceSelector.nameFor(candidate, expected))) {
                covering.add(candidate);
            }
        }
        if (covering.isEmpty()) {
            new UserMismatch(expected, classroomChatUser, findingCollector).report(candidates.get(0));
            return candidates;
        }
        covering.forEach(this::reportBroadAccess);
        reportSharedText(covering.get(0));
        return covering;
    }

    /** Returns whether a service is for a user; only channels have patterns, only classrooms special Chat user ids. */
    private boolean isFor(GrantedService service, @Nullable String name) {
        EncodedName user = service.user();
        if (name == null || user == null) {
            return true;
        }
        return service.isInChannel()
                ? user.covers(name)
                : user.equalsName(name) || inClassroom && classroomChatUser.isIn(service);
    }

    /** Reports wildcards, any user, and the account "0". */
    void reportBroadAccess(GrantedService service) {
        service.permissions().forEach(this::reportBroadAccess);
        if (!service.isInChannel()) {
            return;
        }
        if (service.requireUser().equalsName("")) {
            findingCollector.note(
                    ANY_USER,
                    "the token names no user, so a client that has it can join as any user",
                    "name the user unless the token is for any user");
        }
        if (service.requireUser().isPattern()
                || service.requireChannel().isPattern()
                || service.requireChannel().equalsName("")) {
            findingCollector.warn(
                    WILDCARD,
                    "the token is for channel " + service.requireChannel().display() + " and user "
                            + service.requireUser().display() + ", which match several channels or users",
                    "name one channel and one user unless the token needs a wildcard");
        }
        if (service.requireUser().equalsName(ZERO)) {
            reportZero();
        }
    }

    private void reportBroadAccess(PermissionEntry permission) {
        for (String name : permission.names()) {
            if (name.indexOf('*') >= 0) {
                findingCollector.warn(
                        WILDCARD,
                        "the token lets its user " + AccessType.labelOf(permission.permissionType()) + " "
                                + ResourceType.labelOf(permission.resourceType()) + " " + Printable.quote(name)
                                + ", which matches more than one name",
                        "list each name unless the token needs a wildcard");
                return;
            }
        }
    }

    private void reportZero() {
        if (expected.user().isPresent()) {
            findingCollector.note(
                    LITERAL_ZERO_ACCOUNT,
                    "the token is for the account \"0\", as expected, not for any user",
                    "join with the account \"0\" instead of uid 0");
        } else if (ServiceSelector.joiningUser(expected) == null) {
            findingCollector.warn(
                    LITERAL_ZERO_ACCOUNT,
                    "the token is for the account \"0\", not for any user: Agora rejects it for a client that joins with uid 0",
                    UserMismatch.ZERO_REMEDY);
        }
    }

    /** Notes that the uid 1234 and the account "1234" are two users with the same text. */
    private void reportSharedText(GrantedService service) {
        ExpectedUser user = expected.user().orElse(ExpectedUser.ANYONE);
        if (service.isInChannel()
                && user.kind() == Kind.ACCOUNT
                && UserId.isValue(user.text())
                && service.requireUser().equalsName(user.text())) {
            findingCollector.note(
                    ACCOUNT_FOR_NUMBER,
                    "the token is for \"" + user.text() + "\", which can be a uid or an account",
                    "join with joinChannelWithUserAccount as the account \"" + user.text()
                            + "\", and with joinChannel as the uid");
        }
    }
}
