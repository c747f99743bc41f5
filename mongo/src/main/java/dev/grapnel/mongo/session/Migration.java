package dev.grapnel.mongo.session;

import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.command.DocumentLayer;
import dev.grapnel.mongo.command.DocumentQuery;
import dev.grapnel.mongo.command.StoredRow;
import dev.grapnel.mongo.mapping.DocumentMapper;
import org.bson.Document;

/** Brings the documents of a whole collection to the form that its class has now. */
final class Migration {
    private final DocumentLayer layer;
    private final DocumentMapper mapper;

    Migration(DocumentLayer layer, DocumentMapper mapper) {
        this.layer = layer;
        this.mapper = mapper;
    }

    /** Loads and saves each document, at the document layer only (statement ODM-G3). */
    void all() {
        try (DocumentQuery all = layer.reads().find(mapper.collection(), null, null)) {
            for (StoredRow row = all.next(); row != null; row = all.next()) {
                Document current = mapper.read(row, FindOptions.NONE).document();
                layer.writes().save(mapper.collection(), current, null, mapper.beforeSave());
            }
        }
    }
}
