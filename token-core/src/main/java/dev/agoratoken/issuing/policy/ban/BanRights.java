package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.Action;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.token.ChannelName;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a caller may ban. One allow rule with the action {@code ban} must cover the project, the channel and all
 * named users. A ban of all users of a channel needs a rule for all users, and a ban in every channel one for every
 * channel.
 */
public final class BanRights {
    private static final String REMEDY =
            "; ban what your rules allow, or ask the operator to add the action ban to a rule";

    private BanRights() {}

    /** Whether the caller may ban that, see such a ban, and lift it. */
    public static boolean covers(Caller caller, ProjectName project, BanTarget target) {
        return caller.accessRules().allow().stream()
                .filter(rule -> rule.hasAction(Action.BAN) && rule.hasProject(project))
                .filter(rule -> coversChannel(rule, caller, target))
                .anyMatch(rule -> coversUsers(rule, caller, target));
    }

    /**
     * Rejects a ban that the caller may not make.
     *
     * @throws AccessDeniedException with the field that no rule covers
     */
    public static void check(Caller caller, ProjectName project, BanTarget target) {
        List<Rule> rules = narrowed(caller.accessRules().allow(), rule -> rule.hasAction(Action.BAN), "actions");
        rules = narrowed(rules, rule -> rule.hasProject(project), "project");
        rules = narrowed(rules, rule -> coversChannel(rule, caller, target), "channel");
        narrowed(rules, rule -> coversUsers(rule, caller, target), userField(target));
    }

    private static List<Rule> narrowed(List<Rule> rules, Predicate<Rule> condition, String field) {
        List<Rule> left = rules.stream().filter(condition).toList();
        if (left.isEmpty()) {
            throw AccessDeniedException.of(field, "no rule for bans covers this" + REMEDY);
        }
        return left;
    }

    private static boolean coversChannel(Rule rule, Caller caller, BanTarget target) {
        return target.channel()
                .map(ChannelName::value)
                .map(channel -> rule.coversChannel(channel, caller.claims()))
                .orElseGet(() -> rule.coversEveryChannel(caller.claims()));
    }

    private static boolean coversUsers(Rule rule, Caller caller, BanTarget target) {
        return target.namesUser() ? rule.coversUsers(target.users(), caller.claims()) : rule.coversEveryUser();
    }

    private static String userField(BanTarget target) {
        if (target.uid().isPresent()) {
            return "uid";
        }
        if (target.account().isPresent()) {
            return "account";
        }
        return target.userId().isPresent() ? "userId" : "uid";
    }
}
