package dev.agoratoken.document;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.BanFilter;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query that selects bans: {@code ?project=default&channel=class-1&uid=1234}. */
public final class BanFilterDocument {
    private static final List<String> FIELDS = List.of("project", "channel", "uid", "account", "userId");

    private BanFilterDocument() {}

    /**
     * Reads a query. An empty parameter is not a missing one, because that would select more than was meant.
     *
     * @param parameters the values of each parameter
     * @throws InvalidDocumentException if a parameter is unknown, is given twice, or is not valid
     */
    public static BanFilter read(Map<String, List<String>> parameters) {
        ValidationErrors errors = new ValidationErrors();
        Map<String, Object> single = new LinkedHashMap<>();
        DocumentObject query = new DocumentObject(single, FieldPath.TOP, errors);
        parameters.forEach((name, values) -> {
            single.put(name, values.get(0));
            if (values.size() > 1) {
                query.reject(name, "set " + values.size() + " times", "set it once");
            }
        });
        query.allowOnly(FIELDS, "a query for bans");
        BanFilter filter = new BanFilter(
                query.get("project").flatMap(value -> value.text(ProjectName::of)),
                query.get("channel").flatMap(value -> value.text(ChannelName::of)),
                query.get("uid").flatMap(value -> value.text(UserId::parse)),
                query.get("account").flatMap(value -> value.text(UserAccount::of)),
                query.get("userId").flatMap(value -> value.text(RtmUserId::of)));
        errors.throwIfAny();
        return filter;
    }
}
