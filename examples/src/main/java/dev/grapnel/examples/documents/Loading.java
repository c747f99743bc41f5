package dev.grapnel.examples.documents;

import dev.grapnel.examples.demo.screen.Progress;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.examples.demo.world.JdkWorld;
import dev.grapnel.examples.documents.model.Country;
import dev.grapnel.examples.documents.model.Currency;
import dev.grapnel.examples.documents.model.Language;
import dev.grapnel.examples.documents.model.Script;
import dev.grapnel.examples.documents.model.Zone;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Loads the world. Shows units of work: objects are made as if there were no database, and each session writes them in their order. */
final class Loading {
    private static final int ZONES_PER_FLUSH = 30;

    private final OdmSessionFactory sessions;
    private final Screen screen;

    Loading(OdmSessionFactory sessions, Screen screen) {
        this.sessions = sessions;
        this.screen = screen;
    }

    void run() {
        screen.section("Load, in units of work");
        long start = System.nanoTime();
        try (OdmSession session = sessions.open()) {
            loadCountries(session);
            session.flush();
            screen.item("countries", session.unitOfWork().size() + " objects in one flush");
        }
        loadZones();
        loadScripts();
        screen.item("time", "%.1f s".formatted((System.nanoTime() - start) / 1e9));
    }

    private static void loadCountries(OdmSession session) {
        for (java.util.Currency each : JdkWorld.currencies()) {
            String name = each.getDisplayName(Locale.ENGLISH);
            session.save(new Currency(each.getCurrencyCode(), name, each.getDefaultFractionDigits()));
        }
        for (String code : JdkWorld.languages()) {
            session.save(new Language(code, Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH)));
        }
        for (Locale each : JdkWorld.countries()) {
            java.util.Currency used = JdkWorld.currencyOf(each);
            session.save(new Country(
                    each.getCountry(),
                    each.getDisplayCountry(Locale.ENGLISH),
                    used == null ? null : used.getCurrencyCode(),
                    JdkWorld.languagesOf(each)));
        }
    }

    private void loadZones() {
        List<String> zones = JdkWorld.zones();
        try (Progress progress = screen.progress("time zones", zones.size())) {
            for (int from = 0; from < zones.size(); from += ZONES_PER_FLUSH) {
                List<String> part = zones.subList(from, Math.min(zones.size(), from + ZONES_PER_FLUSH));
                try (OdmSession session = sessions.open()) {
                    part.forEach(id -> session.save(zone(id)));
                    session.flush();
                }
                progress.stepBy(part.size());
            }
        }
    }

    private static Zone zone(String id) {
        String region = id.contains("/") ? id.substring(0, id.indexOf('/')) : "";
        return new Zone(
                id,
                region,
                JdkWorld.transitionsOf(id).stream().map(Loading::transition).collect(Collectors.toList()));
    }

    private static Map<String, Object> transition(ZoneOffsetTransition each) {
        return new TreeMap<>(Map.of(
                "moment", each.getInstant(),
                "before", each.getOffsetBefore().getTotalSeconds(),
                "after", each.getOffsetAfter().getTotalSeconds()));
    }

    private void loadScripts() {
        Map<String, List<String>> letters = JdkWorld.letters()
                .boxed()
                .collect(Collectors.groupingBy(
                        JdkWorld::scriptOf,
                        TreeMap::new,
                        Collectors.mapping(point -> String.valueOf(Character.getName(point)), Collectors.toList())));
        try (OdmSession session = sessions.open()) {
            letters.forEach((script, names) -> session.save(new Script(script, names)));
            session.flush();
            screen.item(
                    "scripts",
                    Screen.number(JdkWorld.letters().count()) + " letters in " + letters.size() + " documents");
        }
    }
}
