package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.mongo.FindOneOptions;
import dev.grapnel.mongo.OdmCursor;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.UpdateQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Operations by query. */
final class QueryOperations {
    static final Map<String, Operation> ALL = Map.of(
            "find", QueryOperations::find,
            "find_by", call -> call.bound(ofClass(call).find(call.type(), call.document("by"))),
            "query_get", QueryOperations::get,
            "find_one_and", QueryOperations::findOne,
            "remove", QueryOperations::remove,
            "update",
                    call -> call.sessionOfQuery()
                            .update(call.type(), call.document("filter"), call.document("update"), options(call)),
            "inst_update", QueryOperations::updateOne,
            "aggregate", call -> call.sessionOfQuery().aggregate(call.type(), pipeline(call)),
            "distinct",
                    call -> call.sessionOfQuery().distinct(call.type(), call.text("field"), call.document("filter")));

    private QueryOperations() {}

    private static OdmSession ofClass(Call call) {
        return call.scene().sessionOf(call.text("class"));
    }

    private static @Nullable Object find(Call call) {
        OdmSession session = call.sessionOfQuery();
        boolean filtered = call.step().has("filter");
        if (!call.step().has("options")) {
            return call.bound(
                    filtered ? session.find(call.type(), call.document("filter")) : session.find(call.type()));
        }
        return call.bound(session.find(
                call.type(), filtered ? call.document("filter") : null, Options.find(call.node("options"))));
    }

    private static @Nullable Object get(Call call) {
        JsonNode by = call.node("by");
        if (by.size() == 1 && by.has("_id")) {
            return call.bound(ofClass(call).get(call.type(), call.document("by").get("_id")));
        }
        OdmCursor<Object> found = ofClass(call).find(call.type(), call.document("by"));
        return call.bound(found.first().orElse(null));
    }

    private static @Nullable Object findOne(Call call) {
        OdmSession session = call.sessionOfQuery();
        FindOneOptions options = Options.findOne(call.step());
        Document filter = call.document("filter");
        Document change = call.document("update");
        return call.bound(
                switch (call.text("what")) {
                    case "update" -> session.findOneAndUpdate(call.type(), filter, change, options);
                    case "replace" -> session.findOneAndReplace(call.type(), filter, change, options);
                    case "delete" -> session.findOneAndDelete(call.type(), filter, options);
                    default ->
                        throw new FormatException(
                                "The operation 'find_one_and' knows update, replace and delete: " + call.step());
                });
    }

    private static Object remove(Call call) {
        call.node("kwargs").fieldNames().forEachRemaining(name -> {
            if (!name.equals("w")) {
                throw new InvalidArgumentException("Cannot remove with the option '" + name
                        + "': the call takes a class and a filter. Write the condition into the filter.");
            }
        });
        return call.sessionOfQuery().remove(call.type(), call.document("filter"));
    }

    private static Object updateOne(Call call) {
        Document self = new Document("_id", call.state().get("_id"));
        return call.session().update(call.target().getClass(), self, call.document("update"), options(call));
    }

    private static UpdateQuery.Options options(Call call) {
        JsonNode more = call.node("kwargs");
        return new UpdateQuery.Options(
                call.step().flag("multi", more.path("multi").asBoolean()),
                call.step().flag("upsert", more.path("upsert").asBoolean()));
    }

    private static List<Document> pipeline(Call call) {
        List<Document> stages = new ArrayList<>();
        call.node("pipeline")
                .forEach(stage -> stages.add(call.scene().values(call.inside()).document(stage)));
        return stages;
    }
}
