package dev.grapnel.architecture;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The number of one rule of the specification.
 *
 * @param family the letter that all rules of one subject share
 * @param number within the family
 */
record Rule(String family, int number) implements Comparable<Rule> {

    private static final Pattern FORM = Pattern.compile("[A-Z]-[0-9]+");
    private static final Comparator<Rule> ORDER =
            Comparator.comparing(Rule::family).thenComparingInt(Rule::number);

    /** Whether a text has the form of a rule number; not whether there is such a rule. */
    static boolean isNumber(String text) {
        return FORM.matcher(text).matches();
    }

    static Rule of(String text) {
        if (!isNumber(text)) {
            throw new IllegalArgumentException("Not a rule number: '" + text + "'. One looks like A-12.");
        }
        return new Rule(text.substring(0, 1), Integer.parseInt(text.substring(2)));
    }

    @Override
    public int compareTo(Rule other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return family + '-' + number;
    }
}
