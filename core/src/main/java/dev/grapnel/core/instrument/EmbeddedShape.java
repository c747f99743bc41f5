package dev.grapnel.core.instrument;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.TypeManager;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an embedded value consists of: parts, each an attribute of the owner, and further embedded values. Parts are numbered through all
 * levels, in order of declaration.
 *
 * <p>Null and a value whose parts are all null are the same in the store; such parts read back as null.
 */
public final class EmbeddedShape {
    private final EmbeddedForm form;
    private final List<Component> components;
    private final List<String> attributes;
    private final int[] first;
    private @Nullable EmbeddedShape parent;
    private int placeInParent;
    private int offset;

    /**
     * One field of an embeddable class, or component of a record.
     *
     * @param field its name
     * @param attribute the attribute of the owner that it is; null if it is an embedded value itself
     * @param shape what it consists of; null if it is one attribute
     */
    public record Component(
            String field,
            @Nullable String attribute,
            @Nullable EmbeddedShape shape) {}

    private EmbeddedShape(EmbeddedForm form, List<Component> components) {
        this.form = form;
        this.components = List.copyOf(components);
        this.first = new int[components.size()];
        List<String> names = new ArrayList<>();
        for (int at = 0; at < first.length; at++) {
            first[at] = names.size();
            Component component = components.get(at);
            EmbeddedShape nested = component.shape();
            if (nested == null) {
                names.add(Objects.requireNonNull(component.attribute()));
            } else {
                names.addAll(nested.attributes);
                nested.parent = this;
                nested.placeInParent = at;
            }
        }
        this.attributes = List.copyOf(names);
        shift(0);
    }

    /**
     * Describes a value.
     *
     * @param type an enhanced class or a record
     * @param components its fields that are mapped; of a record all components in order
     * @param owner of the class that has the attribute, for access to the embeddable class
     * @return the shape; a shape is part of one other at most
     * @throws dev.grapnel.core.error.NotEnhancedException if the class is neither enhanced nor a record
     * @throws dev.grapnel.core.error.MappingException if it cannot be reached
     */
    public static EmbeddedShape of(Class<?> type, List<Component> components, MethodHandles.Lookup owner) {
        List<String> fields = components.stream().map(Component::field).toList();
        return new EmbeddedShape(EmbeddedForm.of(type, fields, owner), components);
    }

    private void shift(int start) {
        this.offset = start;
        for (int at = 0; at < first.length; at++) {
            EmbeddedShape nested = components.get(at).shape();
            if (nested != null) {
                nested.shift(start + first[at]);
            }
        }
    }

    /** The class of the values. */
    public Class<?> type() {
        return form.type();
    }

    /** The names of the attributes of the owner that the value is made of. */
    public List<String> attributes() {
        return attributes;
    }

    /**
     * Takes a value apart.
     *
     * @param value of this shape, which is not part of another
     * @return the values of its parts, in the order of {@link #attributes()}
     */
    public @Nullable Object[] parts(Object value) {
        @Nullable Object[] values = new Object[size()];
        decompose(value, values);
        return values;
    }

    int size() {
        return attributes.size();
    }

    /** The number of the first part among those of the outermost value. */
    int offset() {
        return offset;
    }

    /** The number of the first part that a component is, among those of the outermost value. */
    int firstPart(int component) {
        return offset + first[component];
    }

    @Nullable EmbeddedShape nested(int component) {
        return components.get(component).shape();
    }

    /** The component that a field of an enhanced class is, or -1. */
    int componentOf(int field) {
        return form.componentOf(field);
    }

    // ---- values ----

    /** Puts a value together; null if all of its parts are. */
    @Nullable Object compose(@Nullable Object[] parts) {
        return isEmpty(parts) ? null : make(parts);
    }

    private boolean isEmpty(@Nullable Object[] parts) {
        for (int at = offset; at < offset + size(); at++) {
            if (parts[at] != null) {
                return false;
            }
        }
        return true;
    }

    /** Puts a value together, also if all of its parts are null. */
    Object make(@Nullable Object[] parts) {
        @Nullable Object[] values = new Object[first.length];
        for (int at = 0; at < values.length; at++) {
            EmbeddedShape nested = nested(at);
            values[at] = nested == null ? parts[firstPart(at)] : nested.compose(parts);
        }
        return form.make(values);
    }

    /** Takes a value apart. */
    void decompose(@Nullable Object value, @Nullable Object[] parts) {
        for (int at = 0; at < first.length; at++) {
            Object component = value == null ? null : form.component(value, at);
            EmbeddedShape nested = nested(at);
            if (nested == null) {
                parts[firstPart(at)] = component;
            } else {
                nested.decompose(component, parts);
            }
        }
    }

    /** The value of this shape within an outermost value, or null. */
    @Nullable Object within(@Nullable Object outermost) {
        if (parent == null || outermost == null) {
            return outermost;
        }
        Object around = parent.within(outermost);
        return around == null ? null : parent.form.component(around, placeInParent);
    }

    /**
     * Puts a part into a value of this shape, or into a value within it.
     *
     * @return false if it cannot be changed there, so that the value has to be made anew
     */
    boolean put(Object own, int part, @Nullable Object value) {
        int at = first.length - 1;
        while (part < firstPart(at)) {
            at--;
        }
        EmbeddedShape nested = nested(at);
        if (nested == null) {
            return form.put(own, at, value);
        }
        Object inner = form.component(own, at);
        return inner != null && nested.put(inner, part, value);
    }

    /** Puts a component into a value of this shape. */
    void putInto(Object own, int component, @Nullable Object value) {
        form.put(own, component, value);
    }

    /** A value after some of its parts were replaced: the same object if it can be changed, else another. */
    @Nullable Object follow(@Nullable Object value, @Nullable Object[] before, @Nullable Object[] after) {
        for (int at = offset; at < offset + size(); at++) {
            if (before[at] != after[at] && (value == null || !put(value, at, after[at]))) {
                return compose(after);
            }
        }
        return value;
    }

    /** Has the objects of a value report their changes to the owner of the value. */
    void bind(@Nullable Object value, InstanceState owner, EmbeddedHolder attribute) {
        if (value == null) {
            return;
        }
        if (value instanceof Enhanced object && form instanceof TypeManager manager) {
            EmbeddedState.of(object, manager).join(owner, attribute, this);
        }
        for (int at = 0; at < first.length; at++) {
            EmbeddedShape nested = nested(at);
            if (nested != null) {
                nested.bind(form.component(value, at), owner, attribute);
            }
        }
    }

    /** Tells the objects of a value that it was given up, so that changes reach nobody. */
    void expire(@Nullable Object value, EmbeddedHolder attribute) {
        if (value instanceof Enhanced object && object.$grapnel$state() instanceof EmbeddedState state) {
            state.expire(attribute);
        }
        for (int at = 0; value != null && at < first.length; at++) {
            EmbeddedShape nested = nested(at);
            if (nested != null) {
                nested.expire(form.component(value, at), attribute);
            }
        }
    }
}
