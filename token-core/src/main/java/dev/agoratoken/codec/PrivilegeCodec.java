package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Codec of the privileges in both formats: ids and expiries. Each format converts the expiry. */
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
     * Reads a list of privileges.
     *
     * @param holder names what the privileges belong to, for the irregularities
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
            AscendingOrder.reportRepeats(
                    privileges, PrivilegeEntry::id, "privileges", " in " + holder.get(), irregularities);
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
}
