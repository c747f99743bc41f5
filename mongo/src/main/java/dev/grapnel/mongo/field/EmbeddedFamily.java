package dev.grapnel.mongo.field;

import dev.grapnel.mongo.document.Place;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.InvalidValueException;
import dev.grapnel.mongo.schema.StoredPart;
import dev.grapnel.mongo.schema.StoredWriter;
import dev.grapnel.mongo.schema.ValueType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Objects of the classes that a sealed class or interface permits, as sub-documents with a field that says of which class each is. */
final class EmbeddedFamily implements ValueType {
    private final Class<?> type;
    private final String field;
    private final Map<String, EmbeddedType> members;
    private final Map<Class<?>, String> identities = new HashMap<>();

    /**
     * Describes a family.
     *
     * @param type the sealed class
     * @param field the field that tells its classes apart
     * @param members by the value of that field
     */
    EmbeddedFamily(Class<?> type, String field, Map<String, EmbeddedType> members) {
        this.type = type;
        this.field = field;
        this.members = members;
        members.forEach((identity, member) -> identities.put(member.type(), identity));
    }

    private @Nullable EmbeddedType memberOf(@Nullable Object value) {
        String identity = value == null ? null : identities.get(value.getClass());
        return identity == null ? null : members.get(identity);
    }

    @Override
    public Object check(Object value, Checking checking) {
        if (value instanceof Map<?, ?> stored) {
            return made(stored, checking);
        }
        EmbeddedType member = memberOf(value);
        if (member == null) {
            throw InvalidValueException.expected(
                    "an object of " + type.getName() + ", one of " + identities.keySet(), value);
        }
        return member.check(value, checking);
    }

    private Object made(Map<?, ?> stored, Checking checking) {
        EmbeddedType member = members.get(String.valueOf(stored.get(field)));
        if (member == null) {
            throw new InvalidValueException("its " + field + " is " + stored.get(field) + ", and the classes of "
                    + type.getName() + " stand for " + members.keySet());
        }
        Map<Object, @Nullable Object> rest = new LinkedHashMap<>(stored);
        rest.remove(field);
        return member.check(rest, checking);
    }

    @Override
    public Object stored(Object value) {
        EmbeddedType member = memberOf(value);
        if (member == null) {
            return ValueType.super.stored(value);
        }
        Document document = new Document(field, identities.get(value.getClass()));
        document.putAll((Document) member.stored(value));
        return document;
    }

    @Override
    public void write(Object value, StoredWriter out) {
        EmbeddedType member = memberOf(value);
        if (member == null) {
            ValueType.super.write(value, out);
            return;
        }
        out.beginDocument();
        out.name(field);
        out.value(identities.get(value.getClass()));
        member.writeParts(value, out);
        out.endDocument();
    }

    @Override
    public @Nullable Object takeIn(@Nullable Object value, Place place) {
        EmbeddedType member = memberOf(value);
        return member == null ? ValueType.super.takeIn(value, place) : member.takeIn(value, place);
    }

    @Override
    public void join(@Nullable Object value, Place place) {
        EmbeddedType member = memberOf(value);
        if (member == null) {
            ValueType.super.join(value, place);
        } else {
            member.join(value, place);
        }
    }

    @Override
    public void letGo(@Nullable Object value, Place place) {
        EmbeddedType member = memberOf(value);
        if (member == null) {
            ValueType.super.letGo(value, place);
        } else {
            member.letGo(value, place);
        }
    }

    @Override
    public @Nullable Object copy(@Nullable Object value) {
        EmbeddedType member = memberOf(value);
        return member == null ? ValueType.super.copy(value) : member.copy(value);
    }

    @Override
    public boolean isSame(Object known, Object given) {
        EmbeddedType member = memberOf(known);
        return member != null && member.isSame(known, given);
    }

    @Override
    public boolean holdsObjects() {
        return true;
    }

    @Override
    public boolean isNested() {
        return true;
    }

    /** Of the first of its classes that has such a field; the field that tells them apart is one of each. */
    @Override
    public @Nullable StoredPart part(String attribute) {
        return members.values().stream()
                .map(member -> member.part(attribute))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "objects of " + type.getName();
    }
}
