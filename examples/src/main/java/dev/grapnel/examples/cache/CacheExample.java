package dev.grapnel.examples.cache;

import dev.grapnel.events.Events;
import dev.grapnel.resultcache.CachedQuery;
import dev.grapnel.resultcache.ResultCache;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.StatementKind;
import java.util.List;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;

/** Reads planets in one session after the other, and shows which statements are sent. */
public final class CacheExample {
    private CacheExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Planet.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:cache");
                Cache<Object, Object> store = Caching.getCachingProvider()
                        .getCacheManager()
                        .createCache("planets", new MutableConfiguration<Object, Object>())) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            sessions.inTransaction(
                    session -> session.addAll(List.of(new Planet("Mars", 2), new Planet("Saturn", 145))));
            ResultCache cache = ResultCache.of(store, Planet.class);
            cache.on(sessions);
            Events.on(engine).beforeStatement(statement -> {
                if (statement.kind() == StatementKind.SELECT) {
                    System.out.println("  a statement is sent");
                }
            });
            work(sessions);
            System.out.println(cache.hits() + " answers from the cache");
        } finally {
            registry.dispose();
        }
    }

    private static void work(SessionFactory sessions) {
        print(sessions);
        print(sessions);
        sessions.inTransaction(session -> session.getOne(Planet.class, "Saturn").moons = 146);
        print(sessions);
    }

    private static void print(SessionFactory sessions) {
        System.out.println("planets with many moons:");
        sessions.inTransaction(session -> session.query(Planet.class)
                .where(Planet_.moons.gt(100))
                .option(ResultCache.QUERY, CachedQuery.named("more than 100 moons"))
                .list()
                .forEach(planet -> System.out.println("  " + planet.name + " has " + planet.moons)));
    }
}
