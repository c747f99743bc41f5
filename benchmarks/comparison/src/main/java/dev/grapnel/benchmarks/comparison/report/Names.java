package dev.grapnel.benchmarks.comparison.report;

import java.util.Locale;
import java.util.Map;

/** How databases and contestants are written. */
final class Names {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("H2", "H2 in memory"),
            Map.entry("POSTGRESQL", "PostgreSQL"),
            Map.entry("MONGODB", "MongoDB"),
            Map.entry("jdbc", "JDBC"),
            Map.entry("grapnel", "Grapnel"),
            Map.entry("hibernate", "Hibernate"),
            Map.entry("eclipselink", "EclipseLink"),
            Map.entry("ebean", "Ebean"),
            Map.entry("cayenne", "Cayenne"),
            Map.entry("jooq", "jOOQ"),
            Map.entry("mongodb-driver", "bare driver"),
            Map.entry("morphia", "Morphia"),
            Map.entry("spring-data-mongodb", "Spring Data"));

    private Names() {}

    static String ofWorkload(String name) {
        return name.charAt(0) + name.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    static String of(String name) {
        return KNOWN.getOrDefault(name, name);
    }
}
