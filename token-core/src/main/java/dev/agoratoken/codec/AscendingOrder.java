package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.token.TokenDefect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** The strictly ascending order of the lists in a token, which writers produce and readers only report. */
final class AscendingOrder {
    private AscendingOrder() {}

    /** Returns the list itself if it is in order, otherwise a stably sorted copy. */
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

    /** Reports the first number that follows a greater one; one list is at most one irregularity. */
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

    /** Reports the numbers that occur more than once; one list is at most one irregularity. */
    static <T> void reportRepeats(
            List<T> list, ToIntFunction<T> number, String what, String where, List<Irregularity> irregularities) {
        Set<Integer> seen = new HashSet<>();
        Set<Integer> repeated = new TreeSet<>();
        for (T element : list) {
            if (!seen.add(number.applyAsInt(element))) {
                repeated.add(number.applyAsInt(element));
            }
        }
        if (!repeated.isEmpty()) {
            irregularities.add(
                    new Irregularity(TokenDefect.DUPLICATE_PRIVILEGE, "repeated " + what + where + ": " + repeated));
        }
    }
}
