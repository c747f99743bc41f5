package dev.grapnel.examples.documents;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.grapnel.examples.demo.Checks;
import dev.grapnel.examples.demo.world.JdkWorld;
import dev.grapnel.examples.documents.hooks.Counters;
import java.util.List;
import org.bson.Document;

/** Counts again what is in the database, by the plain driver and without Grapnel, and compares it with the data of the JDK. */
final class FinalCount {
    private final MongoDatabase database;

    FinalCount(MongoDatabase database) {
        this.database = database;
    }

    /** Atlantis came with a currency of its own, and Avestan went. */
    void run(Checks checks, Counters counters) {
        checks.equal("countries", JdkWorld.countries().size() + 1L, count("countries"));
        checks.equal("currencies", JdkWorld.currencies().size() + 1L, count("currencies"));
        checks.equal("languages", JdkWorld.languages().size() - 1L, count("languages"));
        checks.equal(
                "zones in Europe",
                europeanZones(),
                database.getCollection("zones").countDocuments(Filters.eq("region", "Europe")));
        checks.equal("letters", JdkWorld.letters().count(), letters());
        checks.equal(
                "countries without slug",
                0L,
                database.getCollection("countries").countDocuments(Filters.eq("slug", "")));
        checks.equal("renamed", "aotearoa-new-zealand", field("NZ", "slug"));
        long inserted = JdkWorld.countries().size()
                + JdkWorld.currencies().size()
                + JdkWorld.languages().size()
                + JdkWorld.zones().size()
                + JdkWorld.scripts().size()
                + 2L;
        checks.equal("an after_insert for each document", inserted, counters.of("after_insert"));
    }

    private long count(String collection) {
        return database.getCollection(collection).countDocuments();
    }

    private static long europeanZones() {
        return JdkWorld.zones().stream()
                .filter(zone -> zone.startsWith("Europe/"))
                .count();
    }

    private long letters() {
        long letters = 0;
        for (Document script : database.getCollection("scripts").find()) {
            letters += script.getList("letters", String.class, List.of()).size();
        }
        return letters;
    }

    private Object field(String country, String field) {
        Document found = database.getCollection("countries")
                .find(Filters.eq("_id", country))
                .first();
        return found == null ? "" : String.valueOf(found.get(field));
    }
}
