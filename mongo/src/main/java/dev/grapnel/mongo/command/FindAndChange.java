package dev.grapnel.mongo.command;

import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.grapnel.mongo.FindOneOptions;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The commands that find one document, change it and give it, in one step. */
public final class FindAndChange {
    private final DocumentLayer layer;

    FindAndChange(DocumentLayer layer) {
        this.layer = layer;
    }

    /** Changes the first document that a filter selects, and gives it. */
    public @Nullable Document update(String collection, Bson filter, Bson change, FindOneOptions options) {
        layer.observer().findOneAnd("update", collection, filter, change);
        FindOneAndUpdateOptions driver = new FindOneAndUpdateOptions()
                .returnDocument(returned(options))
                .upsert(options.upsert())
                .sort(options.sort());
        return layer.collection(collection).findOneAndUpdate(filter, change, driver);
    }

    /** Replaces the first document that a filter selects, and gives it. */
    public @Nullable Document replace(String collection, Bson filter, Document replacement, FindOneOptions options) {
        layer.observer().findOneAnd("replace", collection, filter, replacement);
        FindOneAndReplaceOptions driver = new FindOneAndReplaceOptions()
                .returnDocument(returned(options))
                .upsert(options.upsert())
                .sort(options.sort());
        return layer.collection(collection).findOneAndReplace(filter, replacement, driver);
    }

    /** Deletes the first document that a filter selects, and gives it. */
    public @Nullable Document delete(String collection, Bson filter, FindOneOptions options) {
        layer.observer().findOneAnd("delete", collection, filter, null);
        FindOneAndDeleteOptions driver = new FindOneAndDeleteOptions().sort(options.sort());
        return layer.collection(collection).findOneAndDelete(filter, driver);
    }

    private static ReturnDocument returned(FindOneOptions options) {
        return options.after() ? ReturnDocument.AFTER : ReturnDocument.BEFORE;
    }
}
