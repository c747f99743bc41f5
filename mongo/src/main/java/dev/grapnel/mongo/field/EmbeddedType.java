package dev.grapnel.mongo.field;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.ValidationException;
import dev.grapnel.core.instrument.EmbeddedForm;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.TypeManager;
import dev.grapnel.mongo.document.Nested;
import dev.grapnel.mongo.document.Place;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.FieldNames;
import dev.grapnel.mongo.schema.InvalidValueException;
import dev.grapnel.mongo.schema.StoredPart;
import dev.grapnel.mongo.schema.StoredWriter;
import dev.grapnel.mongo.schema.ValueType;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Objects of one class, or records, as sub-documents with declared fields.
 *
 * <p>An object tells of the changes of its fields, which are checked when they are assigned. Immutable once {@link #complete} has said what the fields
 * are; until then it may only be named by other types.
 */
final class EmbeddedType implements ValueType {
    private final Class<?> type;
    private List<EmbeddedPart> parts = List.of();
    /** Those of them whose values can change within themselves. */
    private List<EmbeddedPart> nested = List.of();

    private volatile @Nullable EmbeddedForm form;

    EmbeddedType(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new MappingException(
                    "Cannot embed values of " + type.getName()
                            + ": there are no objects of an abstract class or interface. Declare it sealed, and the classes that it permits as embeddable.");
        }
        this.type = type;
    }

    /**
     * Says what the fields are.
     *
     * @param fields that are stored; of a record all of its components in order
     * @param owner has access to the class
     */
    void complete(List<EmbeddedPart> fields, MethodHandles.Lookup owner) {
        List<String> names = fields.stream().map(EmbeddedPart::attribute).toList();
        if (type.isRecord() && names.size() != Objects.requireNonNull(type.getRecordComponents()).length) {
            throw new MappingException(
                    "Cannot embed values of record " + type.getName() + ": of its components only " + names
                            + " are mapped, and its constructor takes all. Map each of them, and leave @Transient out.");
        }
        fields.forEach(field -> FieldNames.require(field.storedName(), type.getName() + '.' + field.attribute()));
        this.parts = List.copyOf(fields);
        this.nested = fields.stream().filter(EmbeddedPart::isNested).toList();
        this.form = EmbeddedForm.of(type, names, owner);
    }

    private EmbeddedForm form() {
        return Objects.requireNonNull(form, "the fields were declared");
    }

    Class<?> type() {
        return type;
    }

    List<EmbeddedPart> parts() {
        return parts;
    }

    /** The class as the states of its objects know it. */
    TypeManager manager() {
        return (TypeManager) form();
    }

    int partOf(int field) {
        return form().componentOf(field);
    }

    // ---- checking ----

    @Override
    public Object check(Object value, Checking checking) {
        if (value instanceof Map<?, ?> map) {
            return made(map, checking);
        } else if (value.getClass() != type) {
            throw InvalidValueException.expected("an object of " + type.getName(), value);
        } else if (!checking.tracked()) {
            parts.forEach(part -> part.checkForWrite(component(value, part.place()), checking));
            return value;
        }
        return isWatched(value) ? value : checked(value, checking);
    }

    private boolean isWatched(Object value) {
        return Nested.of(value) instanceof EmbeddedValue known && known.isOf(this);
    }

    private Object made(Map<?, ?> stored, Checking checking) {
        @Nullable Object[] values = new Object[parts.size()];
        for (EmbeddedPart part : parts) {
            Object kept = part.check(part.valueIn(stored), checking);
            values[part.place()] = kept == Marker.NO_VALUE ? null : kept;
        }
        if (!checking.extraAllowed()) {
            refuseExtra(stored);
        }
        Object made = make(values);
        if (checking.tracked()) {
            watch(made);
        }
        return made;
    }

    private void refuseExtra(Map<?, ?> stored) {
        List<String> names = parts.stream().map(EmbeddedPart::storedName).toList();
        for (Object name : stored.keySet()) {
            if (!names.contains(String.valueOf(name))) {
                throw new InvalidValueException("'" + name + "' is none of the declared fields " + names);
            }
        }
    }

    /** Nothing of the object changes if one of its values is refused. */
    private Object checked(Object value, Checking checking) {
        @Nullable Object[] values = new Object[parts.size()];
        Depth.enter(type);
        try {
            for (EmbeddedPart part : parts) {
                Object component = component(value, part.place());
                values[part.place()] = component == null ? null : part.check(component, checking);
            }
        } finally {
            Depth.leave();
        }
        return kept(value, values);
    }

    /** The value with other components in place of its own, and watched: the same object if it can be changed. */
    private Object kept(Object value, @Nullable Object[] values) {
        Object kept = value;
        for (EmbeddedPart part : parts) {
            Object component = values[part.place()];
            if (component(value, part.place()) != component && !form().put(value, part.place(), component)) {
                kept = make(values);
                break;
            }
        }
        watch(kept);
        return kept;
    }

    private void watch(Object value) {
        if (value instanceof Enhanced object) {
            joinParts(value, EmbeddedValue.of(object, this));
        }
    }

    /**
     * A value that is about to be assigned to a field of an object.
     *
     * @param part which field
     * @param value assigned
     * @return the value to keep
     * @throws ValidationException if the field does not take it
     */
    @Nullable Object assigned(EmbeddedPart part, @Nullable Object value) {
        try {
            Object kept = part.schema().check(value, Checking.ASSIGNED);
            return kept == Marker.NO_VALUE ? null : kept;
        } catch (InvalidValueException wrong) {
            throw new ValidationException(
                    "Cannot set " + type.getSimpleName() + '.' + part.attribute() + ": " + wrong.getMessage() + ".",
                    wrong);
        }
    }

    // ---- values ----

    @Nullable Object component(Object value, int place) {
        return form().component(value, place);
    }

    private Object make(@Nullable Object[] values) {
        try {
            return form().make(values);
        } catch (RuntimeException refused) {
            throw new InvalidValueException(
                    "the constructor of record " + type.getName() + " refuses the values: " + refused.getMessage(),
                    refused);
        }
    }

    @Override
    public Object stored(Object value) {
        if (value.getClass() != type) {
            return ValueType.super.stored(value);
        }
        Document document = new Document();
        for (EmbeddedPart part : parts) {
            if (!part.type().isDropped()) {
                document.put(part.storedName(), part.schema().stored(component(value, part.place())));
            }
        }
        return document;
    }

    @Override
    public void write(Object value, StoredWriter out) {
        if (value.getClass() != type) {
            ValueType.super.write(value, out);
            return;
        }
        out.beginDocument();
        writeParts(value, out);
        out.endDocument();
    }

    void writeParts(Object value, StoredWriter out) {
        for (int at = 0; at < parts.size(); at++) {
            EmbeddedPart part = parts.get(at);
            if (!part.type().isDropped()) {
                out.name(part.storedName());
                part.schema().write(component(value, part.place()), out);
            }
        }
    }

    @Override
    public @Nullable Object takeIn(@Nullable Object value, Place place) {
        if (value == null || value.getClass() != type) {
            return ValueType.super.takeIn(value, place);
        }
        Object kept = isWatched(value) ? value : takenIn(value);
        join(kept, place);
        return kept;
    }

    private Object takenIn(Object value) {
        @Nullable Object[] values = new Object[parts.size()];
        for (EmbeddedPart part : parts) {
            values[part.place()] = part.type().takeIn(component(value, part.place()), Place.NOWHERE);
        }
        return kept(value, values);
    }

    /** A record is told of by what is in it, since it cannot change itself. */
    @Override
    public void join(@Nullable Object value, Place place) {
        if (value != null && value.getClass() == type && type.isRecord()) {
            joinParts(value, place);
        } else {
            ValueType.super.join(value, place);
        }
    }

    private void joinParts(Object value, Place place) {
        for (int at = 0; at < nested.size(); at++) {
            EmbeddedPart part = nested.get(at);
            part.type().join(component(value, part.place()), place);
        }
    }

    @Override
    public void letGo(@Nullable Object value, Place place) {
        if (value != null && value.getClass() == type && type.isRecord()) {
            nested.forEach(part -> part.type().letGo(component(value, part.place()), place));
        } else {
            ValueType.super.letGo(value, place);
        }
    }

    @Override
    public @Nullable Object copy(@Nullable Object value) {
        if (value == null || value.getClass() != type) {
            return ValueType.super.copy(value);
        }
        List<@Nullable Object> values = new ArrayList<>(parts.size());
        parts.forEach(part -> values.add(part.type().copy(component(value, part.place()))));
        return make(values.toArray());
    }

    /** Objects are told apart by what they are, since each may change; records by what is in them. */
    @Override
    public boolean isSame(Object known, Object given) {
        return known == given
                || (type.isRecord()
                        && known.getClass() == type
                        && given.getClass() == type
                        && parts.stream()
                                .allMatch(part -> part.schema()
                                        .isSame(component(known, part.place()), component(given, part.place()))));
    }

    @Override
    public boolean holdsObjects() {
        return true;
    }

    @Override
    public boolean isNested() {
        return true;
    }

    @Override
    public @Nullable StoredPart part(String attribute) {
        for (EmbeddedPart part : parts) {
            if (part.attribute().equals(attribute)) {
                return new StoredPart(part.storedName(), part.schema());
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "objects of " + type.getName();
    }
}
