package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.CHAT_WITHOUT_PRIVILEGE;
import static dev.agoratoken.verify.finding.FindingCode.CLASSROOM_CHAT_USER;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.Severity;
import dev.agoratoken.verify.grant.EncodedName.Plain;
import dev.agoratoken.verify.grant.GrantedService;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Check of the Chat service beside a classroom, which several official builders write with defects. */
final class ClassroomCheck {
    static final String NO_CHAT_PRIVILEGE =
            "the token has the service chat but no privilege for it, as Agora's Java builder for classrooms writes it";

    static final String REMEDY = "make the token with another builder, such as apaasRoomUser of agora-token";

    private static final String CSHARP = "System.Byte[]";

    private final Expectation expected;
    private final FindingCollector findingCollector;

    ClassroomCheck(Expectation expected, FindingCollector findingCollector) {
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    /** Reports the Chat services of a classroom token, if the client uses the room or Chat. */
    void report(List<GrantedService> services, List<GrantedService> chosen) {
        Optional<String> user = services.stream()
                .filter(service -> service.type() == ServiceType.APAAS)
                .map(service -> ((Plain) service.requireUser()).text())
                .filter(name -> !name.isEmpty())
                .findFirst();
        boolean used = chosen.stream()
                .anyMatch(service -> service.type() == ServiceType.APAAS || service.type() == ServiceType.CHAT);
        if (user.isEmpty() || !used) {
            return;
        }
        String md5 = ClassroomChatUser.of(user.get());
        for (GrantedService service : services) {
            if (service.type() == ServiceType.CHAT) {
                findingCollector.about(service.type(), () -> report(service, user.get(), md5));
            }
        }
    }

    private void report(GrantedService chat, String user, @Nullable String md5) {
        String chatUser = ((Plain) chat.requireUser()).text();
        if (md5 != null && !chatUser.equals(md5) && !findingCollector.has(CLASSROOM_CHAT_USER)) {
            reportUser(chatUser, md5, user);
        }
        if (chat.privileges().isEmpty() && entersRoom()) {
            findingCollector.error(CHAT_WITHOUT_PRIVILEGE, NO_CHAT_PRIVILEGE, REMEDY);
        }
    }

    private boolean entersRoom() {
        return expected.purpose().filter(Purpose.APAAS_ROOM_USER::equals).isPresent();
    }

    private void reportUser(String chatUser, String md5, String user) {
        String builder = chatUser.equals(CSHARP)
                ? ", as Agora's C# builder for classrooms writes it"
                : isShortened(chatUser, md5)
                        ? ", of which Agora's Java builder for classrooms omits a leading zero"
                        : "";
        boolean asGiven = chatUser.equals(ServiceSelector.userId(expected));
        if (builder.isEmpty() && asGiven && !entersRoom()) {
            return;
        }
        if (!builder.isEmpty()) {
            findingCollector.removeNameMismatches();
        }
        findingCollector.add(new Finding(
                CLASSROOM_CHAT_USER,
                builder.isEmpty() && !entersRoom() ? Severity.WARNING : Severity.ERROR,
                "the Chat user id is " + Printable.quote(chatUser) + " instead of " + md5
                        + ", the MD5 of the room user " + Printable.quote(user) + builder,
                REMEDY));
    }

    private static boolean isShortened(String chatUser, String md5) {
        return md5.endsWith(chatUser)
                && md5.substring(0, md5.length() - chatUser.length()).matches("0+");
    }
}
