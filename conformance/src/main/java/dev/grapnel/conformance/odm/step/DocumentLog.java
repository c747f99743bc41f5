package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.mongo.command.DocumentObserver;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Records the calls that reach the document layer. */
final class DocumentLog implements DocumentObserver {
    private final Scene scene;

    DocumentLog(Scene scene) {
        this.scene = scene;
    }

    private ObjectNode entry(String call, String collection) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("db", call).put("collection", collection);
        return entry;
    }

    @Override
    public void insert(String collection, Document document) {
        ObjectNode entry = entry("insert", collection);
        entry.set("doc", scene.words().of(document));
        scene.entries().add(entry);
    }

    @Override
    public void save(String collection, Document document, @Nullable List<String> fields) {
        ObjectNode entry = entry("save", collection);
        entry.set("doc", scene.words().of(document));
        if (fields != null) {
            entry.set("fields", scene.words().of(fields));
        }
        scene.entries().add(entry);
    }

    @Override
    public void delete(String collection, @Nullable Object id) {
        ObjectNode entry = entry("delete", collection);
        entry.set("id", scene.words().of(id));
        scene.entries().add(entry);
    }

    @Override
    public void remove(String collection, Bson filter) {
        withFilter("remove", collection, filter);
    }

    @Override
    public void find(String collection, @Nullable Bson filter) {
        withFilter("find", collection, filter);
    }

    private void withFilter(String call, String collection, @Nullable Bson filter) {
        ObjectNode entry = entry(call, collection);
        entry.putArray("args").addAll(scene.filter(filter));
        scene.entries().add(entry);
    }

    @Override
    public void update(String collection, Bson filter, Bson change, boolean upsert, boolean multi) {
        ObjectNode entry = entry("update_partial", collection);
        entry.set("filter", scene.words().of(filter));
        entry.set("update", scene.words().of(change));
        scene.entries().add(entry.put("upsert", upsert).put("multi", multi));
    }

    @Override
    public void findOneAnd(String kind, String collection, Bson filter, @Nullable Bson change) {
        ObjectNode entry = entry("find_one_and_" + kind, collection);
        entry.set("args", change == null ? scene.arguments(filter) : scene.arguments(filter, change));
        scene.entries().add(entry);
    }

    @Override
    public void aggregate(String collection, List<? extends Bson> pipeline) {
        ObjectNode entry = entry("aggregate", collection);
        entry.set("args", scene.arguments(pipeline));
        scene.entries().add(entry);
    }

    @Override
    public void distinct(String collection, String field, Bson filter) {
        ObjectNode entry = entry("distinct", collection);
        entry.set("args", scene.arguments(field));
        scene.entries().add(entry);
    }
}
