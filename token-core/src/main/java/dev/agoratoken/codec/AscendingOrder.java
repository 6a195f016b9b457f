package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.token.TokenDefect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** The ascending order in which writers put the lists of a token. */
final class AscendingOrder {
    private AscendingOrder() {}

    /** The list itself if it is in order, as it nearly always is, otherwise a stably sorted copy. */
    static <T> List<T> ascending(List<T> list, ToIntFunction<T> number) {
        int before = Integer.MIN_VALUE;
        for (int i = 0; i < list.size(); i++) {
            int here = number.applyAsInt(list.get(i));
            if (here < before) {
                List<T> sorted = new ArrayList<>(list);
                sorted.sort(Comparator.comparingInt(number));
                return sorted;
            }
            before = here;
        }
        return list;
    }

    /** Reports the first number that follows a greater one; once, as one list is one irregularity. */
    static <T> void reportDescent(
            List<T> list, ToIntFunction<T> number, String what, String where, List<Irregularity> irregularities) {
        for (int i = 1; i < list.size(); i++) {
            int before = number.applyAsInt(list.get(i - 1));
            int after = number.applyAsInt(list.get(i));
            if (before > after) {
                irregularities.add(
                        new Irregularity(TokenDefect.UNORDERED, what + " " + after + " follows " + before + where));
                return;
            }
        }
    }
}
