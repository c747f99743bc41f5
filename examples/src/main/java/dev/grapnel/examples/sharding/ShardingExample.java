package dev.grapnel.examples.sharding;

import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.sharding.Sharding;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each shop is in the database of its continent; one session writes and reads all of them. */
public final class ShardingExample {
    private ShardingExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Shop.class);
        Map<String, Engine> shards = new LinkedHashMap<>();
        for (String continent : List.of("europe", "asia", "africa")) {
            Engine engine = Engine.create("jdbc:h2:mem:" + continent);
            Schema.of(registry).createAll(engine);
            shards.put(continent, engine);
        }
        SessionFactory sessions = Sharding.over(shards, (mapper, object) -> ((Shop) object).continent)
                .open(registry);
        sessions.inTransaction(ShardingExample::write);
        sessions.inTransaction(ShardingExample::read);
        shards.values().forEach(Engine::close);
        registry.dispose();
    }

    private static void write(Session session) {
        session.addAll(List.of(
                new Shop(1, "Bern", "europe", 40),
                new Shop(2, "Rome", "europe", 70),
                new Shop(1, "Kyoto", "asia", 90),
                new Shop(1, "Lagos", "africa", 80)));
    }

    private static void read(Session session) {
        session.query(Shop.class)
                .orderBy(Shop_.revenue.desc())
                .limit(3)
                .list()
                .forEach(shop -> System.out.println("one of the best three: " + shop.name));
        System.out.println("shops: " + session.query(Shop.class).count());
        Shop kyoto = session.query(Shop.class).where(Shop_.name.eq("Kyoto")).one();
        kyoto.name = "Kyoto, Gion"; // written to Asia alone
        int rows = session.update(Shop.class)
                .set(Shop_.revenue, Shop_.revenue.plus(1))
                .execute();
        System.out.println("shops updated by a statement for each database: " + rows);
        session.query(Shop.class)
                .option(ExecutionOption.IDENTITY_TOKEN, "asia")
                .list()
                .forEach(shop -> System.out.println("in Asia: " + shop.name + " with " + shop.revenue));
    }
}
