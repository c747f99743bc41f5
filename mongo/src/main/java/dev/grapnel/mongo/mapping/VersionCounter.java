package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The field that counts the writes of a document, so that a write over somebody else's is noticed. */
public final class VersionCounter {
    private final MappedField field;
    private final MappedField id;

    private VersionCounter(MappedField field, MappedField id) {
        this.field = field;
        this.id = id;
    }

    /**
     * Counts in a field.
     *
     * @throws MappingException if it does not hold whole numbers
     */
    static VersionCounter of(MappedField field, MappedField id) {
        try {
            field.schema().check(1L, Checking.ASSIGNED);
        } catch (InvalidValueException other) {
            throw new MappingException(
                    "Cannot count versions in " + field + ": " + other.getMessage()
                            + ". Let the version be a field of whole numbers.",
                    other);
        }
        return new VersionCounter(field, id);
    }

    /** Begins to count, if the program has not. */
    public void begin(InstanceState state) {
        Object known = state.value(field.index());
        if (!(known instanceof Number number) || number.longValue() == 0) {
            put(state, 1);
        }
    }

    /** What the stored document has to be like for a write to be allowed. */
    public Document expected(DocumentState<?> state) {
        state.loadIfExpired();
        InstanceState instance = state.instanceState();
        return new Document("_id", id.stored(instance)).append(field.storedName(), field.stored(instance));
    }

    /** The document with the next version. */
    public Document raised(Document document) {
        long next = next(document.get(field.storedName()));
        document.put(field.storedName(), field.schema().stored(field.schema().check(next, Checking.ASSIGNED)));
        return document;
    }

    /** The fields that are written, with the version among them. */
    public @Nullable List<String> among(@Nullable List<String> written) {
        if (written == null || written.contains(field.storedName())) {
            return written;
        }
        List<String> all = new ArrayList<>(written);
        all.add(field.storedName());
        return all;
    }

    /** The object gets the version that was written. */
    public void raise(InstanceState state) {
        Object known = state.value(field.index());
        put(state, next(known));
    }

    private void put(InstanceState state, long version) {
        field.store(state, field.schema().check(version, Checking.ASSIGNED));
    }

    private static long next(@Nullable Object version) {
        return version instanceof Number number ? number.longValue() + 1 : 1;
    }
}
