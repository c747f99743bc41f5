package dev.grapnel.mongo.mapping;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ScalarTracker;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.document.FieldPlace;
import dev.grapnel.mongo.document.Nested;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.Schema;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A field of a document in one class: what it holds, and which attribute has it in memory. */
final class MappedField {
    private final DocumentField declared;
    private final ScalarTracker attribute;
    private @Nullable FieldSchema schema;

    MappedField(DocumentField declared, ScalarTracker attribute, @Nullable FieldSchema schema) {
        this.declared = declared;
        this.attribute = attribute;
        this.schema = schema;
    }

    DocumentField declared() {
        return declared;
    }

    AttributeTracker attribute() {
        return attribute;
    }

    int index() {
        return attribute.index();
    }

    String storedName() {
        return declared.storedName();
    }

    /** What it holds; that of a foreign id is what the id of its target holds, which may be mapped later. */
    FieldSchema schema() {
        FieldSchema known = schema;
        if (known == null) {
            known = foreignSchema();
            schema = known;
        }
        return known;
    }

    private FieldSchema foreignSchema() {
        Class<?> target = java.util.Objects.requireNonNull(declared.target());
        FieldSchema id = FieldSchema.of(
                        DocumentMapper.of(target).table().id().schema().type())
                .ifMissing((Object) null);
        return declared.list() ? Schema.array(id).ifMissing(ArrayList::new) : id;
    }

    /** Puts a checked value into the object, without any event. */
    void store(InstanceState state, @Nullable Object value) {
        state.store(index(), value);
        settle(state, value);
    }

    /** A nested value tells the object of its changes from now on. */
    void settle(InstanceState state, @Nullable Object value) {
        if (value instanceof Nested nested) {
            nested.place(new FieldPlace(state, attribute, nested));
        }
    }

    /** The value in the form that is stored, or {@link Marker#NO_VALUE}. */
    @Nullable Object stored(InstanceState state) {
        Object value = state.value(index());
        return value == Marker.NO_VALUE ? value : schema().stored(value);
    }

    /** The value before the first change in the form that is stored, or {@link Marker#NO_VALUE}. */
    @Nullable Object storedBefore(InstanceState state) {
        if (!state.isChanged(index())) {
            return stored(state);
        }
        Object former = state.committed(index());
        return Marker.is(former) ? Marker.NO_VALUE : schema().stored(former);
    }

    @Override
    public String toString() {
        return attribute.manager().type().getSimpleName() + '.' + declared.attribute();
    }
}
