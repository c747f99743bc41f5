package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Operations on collections: those of the library, and those behind its back. */
final class CollectionOperations {
    static final Map<String, Operation> ALL = Map.of(
            "ensure_indexes", Operation.silent(call -> call.session().ensureIndexes(call.type())),
            "drop_indexes", Operation.silent(call -> call.session().dropIndexes(call.type())),
            "migrate_all", Operation.silent(call -> call.session().migrateAll(call.type())),
            "indexes", CollectionOperations::indexes,
            "db_insert", Operation.silent(call -> collection(call).insertOne(call.document("doc"))),
            "db_update",
                    Operation.silent(
                            call -> collection(call).updateMany(call.document("filter"), call.document("update"))),
            "db_delete", Operation.silent(call -> collection(call).deleteMany(call.document("filter"))),
            "db_find", call -> collection(call).find(call.document("filter")).into(new ArrayList<>()));

    private CollectionOperations() {}

    private static MongoCollection<Document> collection(Call call) {
        return call.scene().database().getCollection(call.text("collection"));
    }

    /** The declared indexes, without their names; that of the ids is always there and left out. */
    private static List<JsonNode> indexes(Call call) {
        List<JsonNode> indexes = new ArrayList<>();
        for (Document index : collection(call).listIndexes()) {
            Document keys = index.get("key", Document.class);
            if (!keys.containsKey("_id")) {
                ObjectNode told = JsonNodeFactory.instance.objectNode();
                told.set("key", pairs(keys));
                told.put("unique", index.getBoolean("unique", false));
                told.put("sparse", index.getBoolean("sparse", false));
                indexes.add(told);
            }
        }
        return indexes;
    }

    private static ArrayNode pairs(Document keys) {
        ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
        keys.forEach((field, direction) -> pairs.addArray().add(field).add(((Number) direction).intValue()));
        return pairs;
    }
}
