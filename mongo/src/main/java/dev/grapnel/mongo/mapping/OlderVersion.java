package dev.grapnel.mongo.mapping;

import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.DocumentSchema;
import dev.grapnel.mongo.schema.InvalidValueException;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What documents of a class used to be like, and how one becomes what they are like now (statement ODM-G1).
 *
 * @param schema the fields they had
 * @param migrate makes a document of the next version; it may change and return the one that it is given
 * @param before the version before that, or null
 */
public record OlderVersion(
        DocumentSchema schema,
        UnaryOperator<Document> migrate,
        @Nullable OlderVersion before) {
    /**
     * A document in the form of the version that follows.
     *
     * @param row as it is stored
     * @return the migrated document, or null if it fits no older version
     */
    @Nullable Document migrated(Document row) {
        Document fitting = fitting(row);
        if (fitting == null && before != null) {
            Document made = before.migrated(row);
            fitting = made == null ? null : fitting(made);
        }
        return fitting == null ? null : migrate.apply(fitting);
    }

    private @Nullable Document fitting(Document row) {
        try {
            return (Document) schema.stored(schema.checkFields(row, new Checking(true, true, false)));
        } catch (InvalidValueException other) {
            return null;
        }
    }
}
