package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.ValidationException;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.InvalidValueException;
import dev.grapnel.mongo.schema.StoredWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** What the objects of one class are as documents. */
public final class DocumentForm {
    private final DocumentMapper mapper;

    DocumentForm(DocumentMapper mapper) {
        this.mapper = mapper;
    }

    /** Fills in defaults and refuses what is missing. */
    void complete(InstanceState state) {
        @Nullable Object[] found = new Object[mapper.fields().size()];
        for (int at = 0; at < found.length; at++) {
            MappedField field = mapper.fields().get(at);
            found[at] = state.has(field.index()) ? Marker.NO_VALUE : missing(field);
        }
        for (int at = 0; at < found.length; at++) {
            if (found[at] != Marker.NO_VALUE) {
                mapper.fields().get(at).store(state, found[at]);
            }
        }
    }

    private @Nullable Object missing(MappedField field) {
        try {
            return field.schema().check(Marker.NO_VALUE, Checking.ASSIGNED);
        } catch (InvalidValueException wrong) {
            throw new ValidationException(
                    "Cannot save an object of " + mapper.type().getName() + ": " + field.storedName() + ": "
                            + wrong.getMessage() + ".",
                    wrong);
        }
    }

    /** The document of an object as it would be written. */
    Document document(InstanceState state) {
        Document document = new Document();
        for (MappedField field : mapper.fields()) {
            put(document, field, field.stored(state));
        }
        return document;
    }

    /** Writes the same without making a document of it, the id first as the driver has it. */
    void write(InstanceState state, Map<String, @Nullable Object> extra, StoredWriter out) {
        FieldTable table = mapper.table();
        out.beginDocument();
        write(state, table.id(), out);
        for (MappedField field : table.fields()) {
            if (field != table.id()) {
                write(state, field, out);
            }
        }
        extra.forEach((name, value) -> writeExtra(state, name, value, out));
        out.endDocument();
    }

    private static void write(InstanceState state, MappedField field, StoredWriter out) {
        Object value = state.value(field.index());
        if (value != Marker.NO_VALUE) {
            out.name(field.storedName());
            field.schema().write(value, out);
        }
    }

    /** A field that the class has by now is written as the object has it. */
    private void writeExtra(InstanceState state, String name, @Nullable Object value, StoredWriter out) {
        MappedField field = mapper.table().byStoredName(name);
        if (field == null || !state.has(field.index())) {
            out.name(name);
            out.value(value);
        }
    }

    /**
     * The field that keeps an object from being written.
     *
     * @param state of the object
     * @param codecs of the database
     * @return the stored name of the first field whose value no document can hold; null if there is none
     */
    public @Nullable String unwritableField(InstanceState state, CodecRegistry codecs) {
        for (MappedField field : mapper.fields()) {
            BsonDocument unused = new BsonDocument();
            StoredWriter out = new StoredWriter(
                    new BsonDocumentWriter(unused),
                    codecs,
                    EncoderContext.builder().build());
            try {
                out.beginDocument();
                write(state, field, out);
            } catch (RuntimeException impossible) {
                return field.storedName();
            }
        }
        return null;
    }

    /** The document of an object as it was loaded or written. */
    Document originalDocument(InstanceState state) {
        Document document = new Document();
        for (MappedField field : mapper.fields()) {
            put(document, field, field.storedBefore(state));
        }
        return document;
    }

    private static void put(Document document, MappedField field, @Nullable Object value) {
        if (value != Marker.NO_VALUE) {
            document.put(field.storedName(), value);
        }
    }

    /**
     * Checks what was changed within lists and sub-documents, where no assignment was looked at (statement ODM-V3, repaired).
     *
     * @param state of an object that is about to be written
     * @throws ValidationException if the document is not as declared
     */
    public void checkNested(InstanceState state) {
        for (MappedField field : mapper.fields()) {
            if (state.isChanged(field.index())
                    && state.has(field.index())
                    && field.schema().type().isNested()) {
                checkNested(field, state);
            }
        }
    }

    private void checkNested(MappedField field, InstanceState state) {
        try {
            field.schema().check(state.value(field.index()), Checking.WRITTEN);
        } catch (InvalidValueException wrong) {
            throw new ValidationException(
                    "Cannot write " + mapper.ids().named(state) + ": "
                            + wrong.within(field.storedName()).getMessage() + ". Correct the value and flush again.",
                    wrong);
        }
    }

    List<String> changedFields(InstanceState state) {
        List<String> names = new ArrayList<>();
        for (MappedField field : mapper.fields()) {
            if (state.isChanged(field.index())) {
                names.add(field.storedName());
            }
        }
        return names;
    }
}
