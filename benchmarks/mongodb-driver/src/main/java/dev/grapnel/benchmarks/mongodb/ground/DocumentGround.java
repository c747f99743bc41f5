package dev.grapnel.benchmarks.mongodb.ground;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BsonField;
import com.mongodb.client.model.Filters;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.contract.NotSupportedException;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.benchmarks.workloads.ground.Ground;
import dev.grapnel.benchmarks.workloads.ground.GroundMaker;
import dev.grapnel.benchmarks.workloads.ground.Traffic;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * Collections in a document server, with the names of the tables. Purchases are a list in their customer, lines a list in their purchase; nested documents have
 * their number as {@code number}. Contestants get the settings of the driver by {@link Database#connections}.
 */
public final class DocumentGround implements Ground {
    /** The database of all collections. */
    public static final String DATABASE = "workloads";

    private static final List<String> COLLECTIONS = List.of("product", "audited_product", "customer");

    /** Where the nested documents of a table are. */
    private static final Map<String, List<String>> LISTS =
            Map.of("purchase", List.of("purchases"), "purchase_line", List.of("purchases", "purchases.lines"));

    private final MongoClient client;
    private final MongoDatabase database;
    private final Database given;

    /** What was written last for some rows, in the form in which it is sent. */
    private final IdentityHashMap<List<?>, List<RawBsonDocument>> kept = new IdentityHashMap<>();

    private DocumentGround(MongoClientSettings own, Database given) {
        client = MongoClients.create(own);
        database = client.getDatabase(DATABASE);
        this.given = given;
    }

    /** Found by the service loader. */
    public static final class Maker implements GroundMaker {
        /** Made by the service loader. */
        public Maker() {}

        @Override
        public Set<DatabaseKind> kinds() {
            return Set.of(DatabaseKind.MONGODB);
        }

        @Override
        public Ground open(DatabaseKind kind, String url, Traffic traffic) {
            MongoClientSettings own = MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(url))
                    .build();
            MongoClientSettings theirs = traffic.isCounted()
                    ? MongoClientSettings.builder(own)
                            .addCommandListener(new CommandCounting(traffic))
                            .build()
                    : own;
            DocumentGround ground = new DocumentGround(own, new Database(kind, url, theirs));
            ground.empty();
            return ground;
        }
    }

    @Override
    public Database database() {
        return given;
    }

    @Override
    public void empty() {
        COLLECTIONS.forEach(name -> database.getCollection(name).drop());
    }

    @Override
    public void fillProducts(String table, List<ProductRow> rows) {
        fill(table, rows, () -> Filled.products(rows));
    }

    @Override
    public void fillGraphs(List<CustomerRow> rows) {
        fill("customer", rows, () -> Filled.graphs(rows));
    }

    private void fill(String collection, List<?> rows, Supplier<List<Document>> documents) {
        List<RawBsonDocument> sent = kept.get(rows);
        if (sent == null) {
            sent = documents.get().stream()
                    .map(document -> new RawBsonDocument(
                            document, database.getCodecRegistry().get(Document.class)))
                    .toList();
            kept.put(rows, sent);
        }
        database.getCollection(collection, RawBsonDocument.class).insertMany(sent);
    }

    @Override
    public void fillNodes(int count) {
        throw new NotSupportedException("There are no trees of documents.");
    }

    @Override
    public void fillReadings(int count) {
        throw new NotSupportedException("There are no readings in the document server.");
    }

    @Override
    public List<Long> contents(String table, String... sums) {
        List<String> lists = LISTS.getOrDefault(table, List.of());
        List<Bson> pipeline = new ArrayList<>();
        lists.forEach(list -> pipeline.add(Aggregates.unwind("$" + list)));
        String nested = lists.isEmpty() ? "" : lists.get(lists.size() - 1) + ".";
        List<BsonField> figures = new ArrayList<>();
        figures.add(new BsonField("count", new Document("$sum", 1)));
        for (String field : sums) {
            figures.add(new BsonField(field, new Document("$sum", "$" + nested + field)));
        }
        pipeline.add(Aggregates.group(null, figures));
        Document found = database.getCollection(lists.isEmpty() ? table : "customer")
                .aggregate(pipeline)
                .first();
        return figures.stream()
                .map(figure -> found == null
                        ? 0L
                        : found.get(figure.getName(), Number.class).longValue())
                .toList();
    }

    @Override
    public long count(String table, String column, Object value) {
        return database.getCollection(table).countDocuments(Filters.eq(column, value));
    }

    @Override
    public void close() {
        client.close();
    }
}
