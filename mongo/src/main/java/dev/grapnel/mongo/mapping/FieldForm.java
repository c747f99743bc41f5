package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.AttributeNotSetException;
import dev.grapnel.core.error.ValidationException;
import dev.grapnel.core.instrument.AttributeLoader;
import dev.grapnel.core.instrument.LoadStatus;
import dev.grapnel.core.instrument.ScalarTracker;
import dev.grapnel.core.instrument.Unkept;
import dev.grapnel.core.instrument.ValueForm;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Checks what is assigned to a field (statement ODM-V3), leaves equal values alone (statement ODM-S4), and gives defaults to readers. */
final class FieldForm implements ValueForm, AttributeLoader {
    private final MappedField field;
    private final DocumentMapper mapper;

    FieldForm(MappedField field, DocumentMapper mapper) {
        this.field = field;
        this.mapper = mapper;
    }

    @Override
    public void assign(ScalarTracker attribute, InstanceState state, @Nullable Object former, @Nullable Object value) {
        Object checked = check(value);
        Object known = former;
        if (state.isExpired()) {
            mapper.stateOf(state).loadIfExpired(); // else the other values would be missing in what is written
            known = state.value(attribute.index());
        }
        if (checked == Marker.NO_VALUE) {
            return;
        }
        if (state.has(attribute.index()) && isSame(known, checked)) {
            field.discard(checked);
            return;
        }
        attribute.change(state, known, checked);
        field.settle(state, checked);
        if (field.declared().isForeign()) {
            mapper.table().dropRelationsVia(field.declared().attribute(), state);
        }
    }

    private boolean isSame(@Nullable Object known, @Nullable Object checked) {
        return !Marker.is(known) && field.schema().isSame(known, checked);
    }

    private @Nullable Object check(@Nullable Object value) {
        try {
            return field.schema().check(value, Checking.ASSIGNED);
        } catch (InvalidValueException wrong) {
            throw new ValidationException("Cannot set " + field + ": " + wrong.getMessage() + ".", wrong);
        }
    }

    @Override
    public boolean seesEveryWrite() {
        return true;
    }

    /** Gives the default to the reader of a field that is not there (statement ODM-P1). */
    @Override
    public @Nullable Object load(InstanceState state, int passive) {
        if (state.isExpired()) {
            mapper.stateOf(state).loadIfExpired();
            if (state.has(field.index())) {
                return LoadStatus.SET;
            }
        }
        Object value = field.schema().defaultValue(Checking.ASSIGNED);
        if (value != Marker.NO_VALUE) {
            field.settle(state, value);
            return value;
        }
        if (field.declared().has(FieldOption.MISSING_IS_NULL)
                || field.schema().type().isDropped()) {
            return new Unkept(null);
        }
        throw new AttributeNotSetException(
                "Cannot read " + field + " of " + state
                        + ": the document has no such field, and there is no default. Declare one with ifMissing, or map it with MISSING_IS_NULL.");
    }
}
