package dev.agoratoken.document;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanRequest;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The request for a ban: {@code {"project":"default","channel":"class-1","uid":1234,"for":86430,"reason":"…"}}. A
 * channel or a user is required.
 */
public final class BanRequestDocument {
    private static final List<String> FIELDS =
            List.of("id", "project", "channel", "uid", "account", "userId", "for", "reason", "atAgora");
    private static final long MIN_SECONDS = BanRequest.MIN_DURATION.toSeconds();
    private static final long MAX_SECONDS = BanRequest.MAX_DURATION.toSeconds();

    private BanRequestDocument() {}

    /**
     * Reads a request.
     *
     * @param tree the document as maps, lists, strings, numbers and booleans of the JDK, each key once
     * @throws InvalidDocumentException if any field is unknown or not valid; it contains all errors
     */
    public static BanRequest read(@Nullable Object tree) {
        ValidationErrors errors = new ValidationErrors();
        Optional<DocumentObject> document =
                DocumentValue.top(tree, errors).object("send {\"channel\":\"class-1\",\"uid\":1234}");
        Optional<BanRequest> request = document.flatMap(fields -> read(fields, errors));
        errors.throwIfAny();
        return request.orElseThrow(() -> new AssertionError("an invalid request has an error"));
    }

    private static Optional<BanRequest> read(DocumentObject document, ValidationErrors errors) {
        document.allowOnly(FIELDS, "a ban");
        Optional<BanId> id = document.get("id").flatMap(value -> value.text(BanId::of));
        Optional<ProjectName> project = document.get("project").flatMap(value -> value.text(ProjectName::of));
        Optional<ChannelName> channel = document.get("channel").flatMap(value -> value.text(named(ChannelName::of)));
        Optional<UserId> uid = document.get("uid").flatMap(BanRequestDocument::uid);
        Optional<UserAccount> account = document.get("account").flatMap(value -> value.text(named(UserAccount::of)));
        Optional<RtmUserId> userId = document.get("userId").flatMap(value -> value.text(named(RtmUserId::of)));
        Optional<Duration> duration = document.get("for").flatMap(BanRequestDocument::duration);
        Optional<String> reason = document.get("reason").flatMap(value -> value.text(BanRequest::checkedReason));
        boolean atAgora = document.get("atAgora").flatMap(DocumentValue::flag).orElse(true);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        try {
            BanTarget target = new BanTarget(channel, uid, account, userId);
            return Optional.of(new BanRequest(id, project, target, duration, reason, atAgora));
        } catch (InvalidValueException e) {
            return document.reject(e.field(), e.problem(), e.remedy());
        }
    }

    /** Rejects patterns with advice that fits bans. */
    private static <T> Function<String, T> named(Function<String, T> parser) {
        return text -> {
            if (text.indexOf('*') >= 0) {
                throw new InvalidValueException(
                        "name", Printable.quote(text) + " contains '*'", "name one; a ban has no wildcards");
            }
            return parser.apply(text);
        };
    }

    private static Optional<UserId> uid(DocumentValue value) {
        if (value.received() instanceof Integer number && number == 0) {
            return value.reject("0 stands for any user", "use 1 to 4294967295, or only channel for all of its users");
        }
        return NameReader.uidNumber(value);
    }

    private static Optional<Duration> duration(DocumentValue value) {
        return value.wholeNumber(
                        MIN_SECONDS,
                        MAX_SECONDS,
                        "use whole seconds from " + MIN_SECONDS + " to " + MAX_SECONDS + " (30 days)")
                .map(Duration::ofSeconds);
    }
}
