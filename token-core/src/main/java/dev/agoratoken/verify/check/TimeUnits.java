package dev.agoratoken.verify.check;

/** Recognition of times and lifetimes that were written in milliseconds. All values are Unix seconds or seconds. */
final class TimeUnits {
    /** 2001, long before the first token. */
    static final long MIN_TIME = 1_000_000_000;

    private static final long MINUTE = 60;
    private static final long DAY = 86_400;
    private static final long YEAR = 366 * DAY;

    /** How far milliseconds may be from the expected moment: two days. */
    private static final long MAX_DIFFERENCE = 2 * DAY * 1000;

    private TimeUnits() {}

    /** Returns whether a time is far from a moment, and is the lower 32 bits of about that moment in milliseconds. */
    static boolean isCutMilliseconds(long time, long moment) {
        int difference = (int) (time - moment * 1000);
        return Math.abs(time - moment) > YEAR && Math.abs((long) difference) < MAX_DIFFERENCE;
    }

    /** Returns whether a lifetime above 24 hours is a whole number of minutes up to 24 hours in milliseconds. */
    static boolean isMilliseconds(long lifetime) {
        boolean wholeDays = lifetime % DAY == 0 && lifetime <= YEAR;
        return !wholeDays
                && lifetime % (MINUTE * 1000) == 0
                && lifetime >= 10 * MINUTE * 1000
                && lifetime <= 7 * DAY * 1000;
    }
}
