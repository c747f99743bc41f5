package dev.grapnel.mongo.schema;

import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.document.DocumentList;
import dev.grapnel.mongo.document.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list whose elements have one schema. */
record ArrayType(FieldSchema elements) implements ValueType {
    @Override
    public Object check(Object value, Checking checking) {
        if (!(value instanceof Collection<?> given)) {
            throw InvalidValueException.expected("a list", value);
        }
        List<@Nullable Object> checked = new ArrayList<>(given.size());
        for (Object element : given) {
            checked.add(checkElement(element, checking, checked.size()));
        }
        return checking.tracked() ? DocumentList.of(checked, elements.type()) : checked;
    }

    private @Nullable Object checkElement(@Nullable Object element, Checking checking, int position) {
        try {
            Object checked = elements.check(element, checking);
            return checked == Marker.NO_VALUE ? null : checked;
        } catch (InvalidValueException wrong) {
            throw wrong.within(String.valueOf(position));
        }
    }

    @Override
    public Object stored(Object value) {
        if (!(value instanceof Collection<?> list)) {
            return StoredForm.of(value);
        }
        List<@Nullable Object> stored = new ArrayList<>(list.size());
        for (Object element : list) {
            stored.add(elements.stored(element));
        }
        return stored;
    }

    @Override
    public @Nullable Object takeIn(@Nullable Object value, Place place) {
        if (!(value instanceof Collection<?> list)) {
            return ValueType.super.takeIn(value, place);
        }
        DocumentList<@Nullable Object> kept = DocumentList.copyOf(list, elements.type());
        kept.join(place);
        return kept;
    }

    @Override
    public @Nullable Object copy(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return ValueType.super.copy(value);
        }
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        for (Object element : list) {
            copy.add(elements.type().copy(element));
        }
        return copy;
    }

    @Override
    public boolean isSame(Object known, Object given) {
        if (!elements.type().holdsObjects() || !(known instanceof List<?> one) || !(given instanceof List<?> other)) {
            return ValueType.super.isSame(known, given);
        }
        boolean same = one.size() == other.size();
        for (int at = 0; same && at < one.size(); at++) {
            same = elements.isSame(one.get(at), other.get(at));
        }
        return same;
    }

    @Override
    public boolean holdsObjects() {
        return elements.type().holdsObjects();
    }

    @Override
    public @Nullable StoredPart part(String attribute) {
        return elements.type().part(attribute);
    }

    @Override
    public void write(Object value, StoredWriter out) {
        if (!(value instanceof Collection<?> list)) {
            out.value(value);
            return;
        }
        out.beginList();
        for (Object element : list) {
            elements.write(element, out);
        }
        out.endList();
    }

    @Override
    public Object missing() {
        return new ArrayList<>();
    }

    @Override
    public boolean takesNull() {
        return false;
    }

    @Override
    public boolean isNested() {
        return true;
    }
}
