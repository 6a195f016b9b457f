package dev.agoratoken.verify.grant;

import dev.agoratoken.token.UserId;
import dev.agoratoken.verify.grant.EncodedName.Plain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A uid that code wrote in another form than its decimal digits.
 *
 * @param text the uid as written
 * @param number the uid that is meant, in decimal digits
 * @param form the form, such as {@code with leading zeros}
 */
public record NumberSpelling(String text, String number, String form) {
    private static final String FLOAT = "as a float";
    private static final String SPACES = "with spaces or invisible characters";
    private static final String QUOTES = "in quotes";
    private static final String ZEROS = "with leading zeros";
    private static final String SEPARATORS = "with separators";

    /** A decimal number with a fraction, an exponent or both. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}(\\.\\d{0,10})?([eE]\\+?\\d{1,2})?");

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([,_' \u00a0\u2019]\\d{3})+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cf}\\p{Z}\\p{Cc}]+");
    private static final Pattern QUOTED = Pattern.compile("(\"\\d+\"|'\\d+')");
    private static final List<String> EXPONENTS = List.of("e+%02d", "e+%d", "E%d", "E+%d", "e%d", "E+%02d");

    /**
     * Returns how a name spells a number.
     *
     * @param expected the number of the client in decimal digits; only a name that is not just a checksum can be
     *     recognized without it
     */
    public static Optional<NumberSpelling> of(EncodedName name, Optional<String> expected) {
        if (name instanceof Plain plain) {
            return read(plain.text());
        }
        return expected.filter(UserId::isValue).stream()
                .flatMap(number -> spellings(number).stream())
                .filter(spelling -> name.equalsName(spelling.text))
                .findFirst();
    }

    /** Returns whether a builder wrote a float, which is hardly an account. */
    public boolean isFloat() {
        return form.equals(FLOAT);
    }

    private static Optional<NumberSpelling> read(String text) {
        if (text.length() > 32 || UserId.isValue(text)) {
            return Optional.empty();
        }
        String visible = INVISIBLE.matcher(text).replaceAll("");
        if (GROUPED.matcher(text).matches()) {
            return spelling(text, text.replaceAll("\\D", ""), SEPARATORS);
        }
        if (!visible.equals(text)) {
            return spelling(text, visible, SPACES);
        }
        if (QUOTED.matcher(text).matches()) {
            return spelling(text, text.substring(1, text.length() - 1), QUOTES);
        }
        if (text.startsWith("0") && !text.contains(".")) {
            return spelling(text, text.replaceFirst("^0+", ""), ZEROS);
        }
        return DECIMAL.matcher(text).matches() ? spelling(text, whole(text), FLOAT) : Optional.empty();
    }

    private static String whole(String decimal) {
        BigDecimal value = new BigDecimal(decimal.endsWith(".") ? decimal + "0" : decimal);
        return value.stripTrailingZeros().scale() <= 0 ? value.toBigInteger().toString() : "";
    }

    private static Optional<NumberSpelling> spelling(String text, String number, String form) {
        return UserId.isValue(number) ? Optional.of(new NumberSpelling(text, number, form)) : Optional.empty();
    }

    private static List<NumberSpelling> spellings(String number) {
        List<NumberSpelling> spellings = new ArrayList<>();
        for (String text : floats(number)) {
            spellings.add(new NumberSpelling(text, number, FLOAT));
        }
        for (String invisible : NameSimilarity.SPACES) {
            spellings.add(new NumberSpelling(number + invisible, number, SPACES));
            spellings.add(new NumberSpelling(invisible + number, number, SPACES));
        }
        for (String quote : List.of("\"", "'")) {
            spellings.add(new NumberSpelling(quote + number + quote, number, QUOTES));
        }
        for (int zeros = 1; zeros < 10; zeros++) {
            spellings.add(new NumberSpelling("0".repeat(zeros) + number, number, ZEROS));
        }
        for (char separator : new char[] {',', '.', '_', ' ', '\''}) {
            String grouped =
                    String.format(Locale.ROOT, "%,d", Long.parseLong(number)).replace(',', separator);
            spellings.add(new NumberSpelling(grouped, number, SEPARATORS));
        }
        return spellings;
    }

    /** Returns the forms that common languages write, with all digits or rounded to fewer. */
    private static List<String> floats(String number) {
        List<String> texts = new ArrayList<>(List.of(number + ".0", number + ".00", number + "."));
        BigDecimal value = new BigDecimal(number);
        for (int digits = 1; digits <= number.length(); digits++) {
            BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            BigDecimal mantissa = rounded.movePointLeft(rounded.precision() - rounded.scale() - 1);
            int exponent = rounded.precision() - rounded.scale() - 1;
            String shortest = mantissa.stripTrailingZeros().toPlainString();
            for (String form : EXPONENTS) {
                texts.add(shortest + String.format(Locale.ROOT, form, exponent));
                texts.add((shortest.contains(".") ? shortest : shortest + ".0")
                        + String.format(Locale.ROOT, form, exponent));
            }
        }
        return texts;
    }
}
