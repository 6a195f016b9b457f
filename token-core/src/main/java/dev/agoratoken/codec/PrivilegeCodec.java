package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The privileges as both formats write them: numbers and ends. What an end means is for each format to say. */
final class PrivilegeCodec {
    private PrivilegeCodec() {}

    static void write(ByteWriter out, List<PrivilegeEntry> privileges, ToLongFunction<PrivilegeExpiry> seconds) {
        out.count("privileges", privileges.size());
        for (PrivilegeEntry privilege : AscendingOrder.ascending(privileges, PrivilegeEntry::id)) {
            out.u16("privileges", privilege.id());
            out.u32("privileges", seconds.applyAsLong(privilege.expiry()));
        }
    }

    /**
     * @param holder what the privileges belong to, for the irregularities
     */
    static List<PrivilegeEntry> read(
            ByteReader in,
            Supplier<String> holder,
            LongFunction<PrivilegeExpiry> end,
            List<Irregularity> irregularities) {
        int count = in.count("number of privileges");
        List<PrivilegeEntry> privileges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = in.u16("id of a privilege");
            privileges.add(new PrivilegeEntry(id, end.apply(in.u32("expiry of privilege " + id))));
        }
        if (!isStrictlyAscending(privileges)) {
            AscendingOrder.reportDescent(
                    privileges, PrivilegeEntry::id, "privilege", " in " + holder.get(), irregularities);
            reportDuplicates(privileges, holder.get(), irregularities);
        }
        return privileges;
    }

    private static boolean isStrictlyAscending(List<PrivilegeEntry> privileges) {
        for (int i = 1; i < privileges.size(); i++) {
            if (privileges.get(i - 1).id() >= privileges.get(i).id()) {
                return false;
            }
        }
        return true;
    }

    private static void reportDuplicates(
            List<PrivilegeEntry> privileges, String holder, List<Irregularity> irregularities) {
        Set<Integer> met = new HashSet<>();
        Set<Integer> repeated = new TreeSet<>();
        for (PrivilegeEntry privilege : privileges) {
            if (!met.add(privilege.id())) {
                repeated.add(privilege.id());
            }
        }
        if (!repeated.isEmpty()) {
            irregularities.add(new Irregularity(
                    TokenDefect.DUPLICATE_PRIVILEGE, "repeated privileges in " + holder + ": " + repeated));
        }
    }
}
