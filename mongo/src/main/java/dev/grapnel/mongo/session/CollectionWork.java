package dev.grapnel.mongo.session;

import com.mongodb.client.model.IndexOptions;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.command.DocumentLayer;
import dev.grapnel.mongo.command.DocumentQuery;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.IndexDeclaration;
import org.bson.Document;

/** What is done with a whole collection, beside the objects. */
final class CollectionWork {
    private final DocumentLayer layer;
    private final DocumentMapper mapper;

    CollectionWork(DocumentLayer layer, DocumentMapper mapper) {
        this.layer = layer;
        this.mapper = mapper;
    }

    void ensureIndexes() {
        var collection = layer.database().getCollection(mapper.collection());
        for (IndexDeclaration index : mapper.indexes()) {
            collection.createIndex(
                    keys(index), new IndexOptions().unique(index.unique()).sparse(index.sparse()));
        }
    }

    private static Document keys(IndexDeclaration index) {
        Document keys = new Document();
        for (String field : index.fields()) {
            boolean descending = field.startsWith("-");
            keys.put(descending ? field.substring(1) : field, descending ? -1 : 1);
        }
        return keys;
    }

    void dropIndexes() {
        layer.database().getCollection(mapper.collection()).dropIndexes();
    }

    /** Loads and saves each document, at the document layer only (statement ODM-G3). */
    void migrateAll() {
        try (DocumentQuery all = layer.reads().find(mapper.collection(), null, null)) {
            for (Document row = all.next(); row != null; row = all.next()) {
                Document current = mapper.read(row, FindOptions.NONE).document();
                layer.writes().save(mapper.collection(), current, null, mapper.beforeSave());
            }
        }
    }
}
