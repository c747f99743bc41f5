package dev.grapnel.examples.demo;

import dev.grapnel.examples.demo.listeners.Counters;
import dev.grapnel.examples.demo.model.Country;
import dev.grapnel.examples.demo.model.Currency;
import dev.grapnel.examples.demo.model.Language;
import dev.grapnel.examples.demo.model.Letter;
import dev.grapnel.examples.demo.model.Script;
import dev.grapnel.examples.demo.model.Transition;
import dev.grapnel.examples.demo.model.Zone;
import dev.grapnel.examples.demo.screen.Progress;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.examples.demo.world.JdkWorld;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.StatementKind;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Loads the world. Shows units of work: objects are made and linked as if there were no database, and each session writes its part in one
 * flush, rows of a kind in one batch.
 */
final class Loading {
    private static final int ZONES_PER_COMMIT = 30;
    private static final int LETTERS_PER_COMMIT = 2_000;

    private final SessionFactory sessions;
    private final Screen screen;
    private final Counters counters;

    Loading(SessionFactory sessions, Screen screen, Counters counters) {
        this.sessions = sessions;
        this.screen = screen;
        this.counters = counters;
    }

    void run(Checks checks) {
        screen.section("Load, in units of work");
        long start = System.nanoTime();
        sessions.inTransaction(Loading::loadCountries);
        loadZones();
        loadLetters();
        showFigures((System.nanoTime() - start) / 1e9);
        checks.equal("rows inserted for each before_insert", counters.events("before_insert"), entityRows());
    }

    /** Every row but those of the association, which have no object of their own. */
    private long entityRows() {
        long links = JdkWorld.countries().stream()
                .mapToLong(country -> JdkWorld.languagesOf(country).size())
                .sum();
        return counters.rows(StatementKind.INSERT) - links;
    }

    // ---- countries, currencies, languages ----

    private static void loadCountries(Session session) {
        Map<String, Currency> currencies = new HashMap<>();
        for (java.util.Currency each : JdkWorld.currencies()) {
            String name = each.getDisplayName(Locale.ENGLISH);
            Currency currency = new Currency(each.getCurrencyCode(), name, each.getDefaultFractionDigits());
            currencies.put(currency.code(), currency);
        }
        Map<String, Language> languages = new HashMap<>();
        for (String code : JdkWorld.languages()) {
            languages.put(code, new Language(code, Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH)));
        }
        session.addAll(currencies.values());
        session.addAll(languages.values());
        JdkWorld.countries().forEach(each -> session.add(country(each, currencies, languages)));
    }

    private static Country country(Locale locale, Map<String, Currency> currencies, Map<String, Language> languages) {
        Country country = new Country(locale.getCountry(), locale.getDisplayCountry(Locale.ENGLISH));
        java.util.Currency used = JdkWorld.currencyOf(locale);
        Currency currency = used == null ? null : currencies.get(used.getCurrencyCode());
        if (currency != null) {
            country.pays(currency);
        }
        JdkWorld.languagesOf(locale).forEach(code -> country.languages().add(languages.get(code)));
        return country;
    }

    // ---- time zones ----

    private void loadZones() {
        List<String> zones = JdkWorld.zones();
        try (Progress progress = screen.progress("time zones", zones.size())) {
            for (int from = 0; from < zones.size(); from += ZONES_PER_COMMIT) {
                List<String> part = zones.subList(from, Math.min(zones.size(), from + ZONES_PER_COMMIT));
                sessions.inTransaction(session -> part.forEach(id -> session.add(zone(id))));
                progress.stepBy(part.size());
            }
        }
    }

    /** A transition joins the list of its zone by itself, and is saved with it. */
    private static Zone zone(String id) {
        Zone zone = new Zone(id);
        for (ZoneOffsetTransition each : JdkWorld.transitionsOf(id)) {
            int before = each.getOffsetBefore().getTotalSeconds();
            int after = each.getOffsetAfter().getTotalSeconds();
            new Transition(zone, each.getInstant(), before, after);
        }
        return zone;
    }

    // ---- letters ----

    private void loadLetters() {
        sessions.inTransaction(session -> JdkWorld.scripts().forEach(name -> session.add(new Script(name))));
        int[] letters = JdkWorld.letters().toArray();
        try (Progress progress = screen.progress("letters", letters.length)) {
            for (int from = 0; from < letters.length; from += LETTERS_PER_COMMIT) {
                int to = Math.min(letters.length, from + LETTERS_PER_COMMIT);
                int[] part = Arrays.copyOfRange(letters, from, to);
                sessions.inTransaction(session -> addLetters(session, part));
                progress.stepBy(part.length);
            }
        }
    }

    /** A script is asked of the database once in each session; from then on the session knows it. */
    private static void addLetters(Session session, int[] points) {
        for (int point : points) {
            Script script = session.getOne(Script.class, JdkWorld.scriptOf(point));
            session.add(new Letter(point, String.valueOf(Character.getName(point)), script));
        }
    }

    private void showFigures(double seconds) {
        long rows = counters.rows(StatementKind.INSERT);
        screen.item(
                "rows",
                Screen.number(rows) + " in " + Screen.number(counters.statements(StatementKind.INSERT))
                        + " INSERT statements");
        screen.item("units of work", Screen.number(counters.events("after_commit")));
        screen.item("time", "%.1f s, %s rows a second".formatted(seconds, Screen.number(Math.round(rows / seconds))));
    }
}
