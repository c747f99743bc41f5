package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.command.StoredRow;
import dev.grapnel.mongo.schema.FieldSchema;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Where a class stands among those that share its collection: the field that tells them apart, and its values. */
final class Hierarchy {
    private final DocumentMapper mapper;
    /** At the head of a hierarchy: the classes by the value of their discriminator. */
    private final Map<Object, DocumentMapper> attachedIdentities = new LinkedHashMap<>();

    Hierarchy(DocumentMapper mapper) {
        this.mapper = mapper;
    }

    void noteIdentity() {
        String field = discriminatorField();
        if (field == null) {
            return;
        }
        Object identity = mapper.mapping().identity();
        if (identity != null) {
            noteIdentity(identity);
        } else if (mapper.above() != null && !Modifier.isAbstract(mapper.type().getModifiers())) {
            throw new MappingException(
                    "Cannot map class " + mapper.type().getName() + ": the classes in collection '"
                            + mapper.collection() + "' are told apart by '" + field
                            + "', and it has no value there. Give it one with polymorphicIdentity or @DiscriminatorValue, or declare it abstract.");
        }
    }

    private void noteIdentity(Object identity) {
        DocumentMapper other = identities().putIfAbsent(identity, mapper);
        if (other != null && other != mapper) {
            throw new MappingException("Cannot map class " + mapper.type().getName() + ": the value " + identity
                    + " of '" + discriminatorField() + "' stands for "
                    + other.type().getName()
                    + ". Give each class a value of its own.");
        }
    }

    private Map<Object, DocumentMapper> identities() {
        DocumentMapper root = (DocumentMapper) mapper.base();
        return root.hierarchy().attachedIdentities;
    }

    private @Nullable String discriminatorField() {
        return mapper.inherited().discriminator();
    }

    /** The discriminator is a field whose default is the identity of the class (statement ODM-Y1). */
    @Nullable FieldSchema schemaOf(DocumentField declared) {
        FieldSchema schema = declared.schema();
        boolean discriminator = declared.attribute().equals(discriminatorField());
        return schema != null && discriminator && mapper.mapping().identity() != null
                ? schema.ifMissing(mapper.mapping().identity())
                : schema;
    }

    /** The class that a stored document is of. */
    DocumentMapper classOf(StoredRow row) {
        String field = discriminatorField();
        if (field == null) {
            return mapper;
        }
        Object value = row.get(mapper.table().byAttribute(field).storedName());
        if (value == null) {
            return mapper;
        }
        DocumentMapper named = identities().get(value);
        if (named == null) {
            throw new UnknownIdentityException("Cannot load the document with _id " + row.get("_id")
                    + " of collection '"
                    + mapper.collection() + "': its " + field + " is " + value + ", and the mapped classes stand for "
                    + identities().keySet() + ". Map the class it is of, or correct the document.");
        }
        return named;
    }

    /**
     * Restricts a filter to the documents of this class and those below it, where others are in the collection too (statement ODM-Y3).
     *
     * @param filter of the program
     * @return what is asked of the store
     */
    Bson restricted(Bson filter) {
        String discriminator = discriminatorField();
        if (mapper.above() == null || discriminator == null || mapper.mapping().wholeCollection()) {
            return filter;
        }
        MappedField field = mapper.table().byAttribute(discriminator);
        List<Object> own = identities().entrySet().stream()
                .filter(entry -> entry.getValue().isA(mapper))
                .map(Map.Entry::getKey)
                .toList();
        Document kind = new Document(field.storedName(), own.size() == 1 ? own.get(0) : new Document("$in", own));
        return filter instanceof Document document && document.isEmpty()
                ? kind
                : new Document("$and", List.of(filter, kind));
    }
}
