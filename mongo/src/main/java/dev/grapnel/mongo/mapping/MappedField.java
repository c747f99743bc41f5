package dev.grapnel.mongo.mapping;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ScalarTracker;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.document.FieldPlace;
import dev.grapnel.mongo.document.Nested;
import dev.grapnel.mongo.document.Place;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.Schema;
import dev.grapnel.mongo.schema.ValueType;
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

    /** As {@link #store(InstanceState, Object)}, for who has the object of the state. */
    void store(Enhanced object, InstanceState state, @Nullable Object value) {
        state.store(object, index(), value);
        settle(state, value);
    }

    /** A nested value tells the object of its changes from now on. */
    void settle(InstanceState state, @Nullable Object value) {
        ValueType type = schema().type();
        if (value != null && (value instanceof Nested || type.holdsObjects())) {
            type.join(value, new FieldPlace(state, attribute, type, value));
        }
    }

    /** A value that was made ready for the object is not stored. */
    void discard(@Nullable Object value) {
        if (value instanceof Nested nested) {
            nested.join(Place.NOWHERE);
        }
    }

    /** A value that shares nothing that can change with the one of an object. */
    @Nullable Object copy(@Nullable Object value) {
        return schema().type().copy(value);
    }

    /** A copy of a value that is in no object, in the form in which it is kept. */
    @Nullable Object renewed(@Nullable Object value) {
        return schema().type().takeIn(copy(value), Place.NOWHERE);
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
