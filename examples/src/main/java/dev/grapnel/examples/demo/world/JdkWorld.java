package dev.grapnel.examples.demo.world;

import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Real data without a download: every JDK carries it. The figures differ a little from one release of the JDK to the next. */
public final class JdkWorld {
    private static final Instant BEGIN = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2038-01-01T00:00:00Z");

    private JdkWorld() {}

    /** The countries of ISO 3166, by code. */
    public static List<Locale> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .sorted()
                .map(code -> new Locale.Builder().setRegion(code).build())
                .toList();
    }

    /** The currencies of ISO 4217, of former times too, by code. */
    public static List<Currency> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    /** The currency that a country uses, or null: Antarctica has none. */
    public static @Nullable Currency currencyOf(Locale country) {
        return Currency.getInstance(country);
    }

    /** The languages of ISO 639 that have a code of two letters, by code. */
    public static List<String> languages() {
        return Arrays.stream(Locale.getISOLanguages()).sorted().toList();
    }

    /** The languages, of those above, that are spoken in a country. */
    public static List<String> languagesOf(Locale country) {
        List<String> known = languages();
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> locale.getCountry().equals(country.getCountry()))
                .map(Locale::getLanguage)
                .filter(known::contains)
                .distinct()
                .sorted()
                .toList();
    }

    /** The names of all time zones, in order. */
    public static List<String> zones() {
        return List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    }

    /** Every change of the clocks of a zone from 1900 to 2037. */
    public static List<ZoneOffsetTransition> transitionsOf(String zone) {
        ZoneRules rules = ZoneId.of(zone).getRules();
        List<ZoneOffsetTransition> found = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(BEGIN);
        while (next != null && next.getInstant().isBefore(END)) {
            found.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return found;
    }

    /** The code points of all letters of alphabets and syllabaries; the ideographs have no names of their own. */
    public static IntStream letters() {
        return IntStream.rangeClosed(Character.MIN_CODE_POINT, Character.MAX_CODE_POINT)
                .filter(Character::isLetter)
                .filter(point -> !Character.isIdeographic(point));
    }

    /** The script of a letter, as LATIN. */
    public static String scriptOf(int letter) {
        return UnicodeScript.of(letter).name();
    }

    /** The scripts of all letters, in order. */
    public static List<String> scripts() {
        return letters().mapToObj(JdkWorld::scriptOf).distinct().sorted().toList();
    }
}
