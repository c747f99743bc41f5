package dev.grapnel.mongo.mapping;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document that was read and checked, before it becomes an object.
 *
 * @param mapper of the class that the object will have
 * @param values by position of the fields of the mapper
 * @param extra what no attribute holds
 * @param fields those that were loaded; null: all
 */
public record Row(
        DocumentMapper mapper,
        @Nullable Object[] values,
        Map<String, @Nullable Object> extra,
        @Nullable List<String> fields) {

    /** The id. */
    public @Nullable Object id() {
        Object id = values[mapper.table().idPosition()];
        return id == Marker.NO_VALUE ? null : id;
    }

    /**
     * Puts the values into an object.
     *
     * @param state of the object, of the mapper's class
     */
    public void populate(InstanceState state) {
        populate(state.requireObject(), state);
    }

    private void populate(Enhanced object, InstanceState state) {
        List<MappedField> mapped = mapper.fields();
        for (int at = 0; at < values.length; at++) {
            Object value = values[at];
            if (value == Marker.NO_VALUE) {
                state.drop(mapped.get(at).index());
            } else {
                mapped.get(at).store(object, state, value);
            }
        }
        mapper.table().dropRelations(state);
    }

    /** Makes an object of the values, which belongs to no session. */
    public Enhanced detached() {
        Enhanced object = mapper.manager().newInstance();
        InstanceState state = Objects.requireNonNull(ClassManager.stateOf(object));
        populate(object, state);
        mapper.stateOf(state).loaded(fields, extra);
        return object;
    }

    /** The document that would be written for it. */
    public Document document() {
        Document document = new Document();
        List<MappedField> mapped = mapper.fields();
        for (int at = 0; at < values.length; at++) {
            if (values[at] != Marker.NO_VALUE) {
                MappedField field = mapped.get(at);
                document.put(field.storedName(), field.schema().stored(values[at]));
            }
        }
        return document;
    }
}
