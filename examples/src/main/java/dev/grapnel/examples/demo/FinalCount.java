package dev.grapnel.examples.demo;

import dev.grapnel.examples.demo.world.JdkWorld;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** Counts again what is in the database, by plain JDBC and without Grapnel, and compares it with the data of the JDK. */
final class FinalCount {
    private final String url;

    FinalCount(String url) {
        this.url = url;
    }

    void run(Checks checks) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            compareCountries(checks, statement);
            compareZones(checks, statement);
            compareLetters(checks, statement);
            compareAudit(checks, statement);
        }
    }

    /** Atlantis came with a currency of its own, and Avestan went. */
    private static void compareCountries(Checks checks, Statement sql) throws SQLException {
        long links = JdkWorld.countries().stream()
                .mapToLong(country -> JdkWorld.languagesOf(country).size())
                .sum();
        checks.equal("countries", JdkWorld.countries().size() + 1L, number(sql, "select count(*) from country"));
        checks.equal("currencies", JdkWorld.currencies().size() + 1L, number(sql, "select count(*) from currency"));
        checks.equal("languages", JdkWorld.languages().size() - 1L, number(sql, "select count(*) from language"));
        checks.equal("languages of countries", links, number(sql, "select count(*) from country_language"));
        checks.equal("countries without slug", 0L, number(sql, "select count(*) from country where slug = ''"));
    }

    private static void compareZones(Checks checks, Statement sql) throws SQLException {
        List<String> zones = JdkWorld.zones();
        List<ZoneOffsetTransition> transitions = zones.stream()
                .flatMap(zone -> JdkWorld.transitionsOf(zone).stream())
                .toList();
        long european =
                zones.stream().filter(zone -> zone.startsWith("Europe/")).count();
        long minutes = transitions.stream()
                .mapToLong(each -> each.getDuration().toSeconds() / 60)
                .sum();
        checks.equal("zones", (long) zones.size(), number(sql, "select count(*) from zone"));
        checks.equal("zones in Europe", european, number(sql, "select count(*) from zone where region = 'Europe'"));
        checks.equal("transitions", (long) transitions.size(), number(sql, "select count(*) from transition"));
        checks.equal("minutes moved", minutes, number(sql, "select sum(\"minutesMoved\") from transition"));
    }

    private static void compareLetters(Checks checks, Statement sql) throws SQLException {
        long greek = JdkWorld.letters()
                .filter(point -> JdkWorld.scriptOf(point).equals("GREEK"))
                .count();
        checks.equal("letters", JdkWorld.letters().count(), number(sql, "select count(*) from letter"));
        checks.equal("Greek letters", greek, number(sql, "select count(*) from letter where script_name = 'GREEK'"));
    }

    private static void compareAudit(Checks checks, Statement sql) throws SQLException {
        String rows = "(select count(*) from %s)";
        String all = String.join(
                " + ",
                List.of("country", "currency", "language", "zone", "transition", "script", "letter").stream()
                        .map(rows::formatted)
                        .toList());
        checks.equal(
                "rows in the journal",
                number(sql, "select sum(added) - sum(removed) from journal"),
                number(sql, "select " + all));
        checks.equal("renamed countries", 1L, number(sql, "select count(*) from name_change"));
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
