package dev.grapnel.history;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.mapping.TableMapper;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object was from one moment to its next change. Immutable, and independent of any session.
 *
 * @param <T> the class that was asked for; the object may have been of a subclass
 */
public final class Version<T> {
    private final TableMapper mapper;
    private final int number;
    private final Instant time;
    private final Change change;
    private final Map<String, @Nullable Object> values;

    Version(TableMapper mapper, int number, Instant time, Change change, Map<String, @Nullable Object> values) {
        this.mapper = mapper;
        this.number = number;
        this.time = time;
        this.change = change;
        this.values = Collections.unmodifiableMap(values);
    }

    /** {@return the class of the object} */
    public Class<?> type() {
        return mapper.type();
    }

    /** {@return counts the versions of the object from one} */
    public int number() {
        return number;
    }

    /** {@return since when it holds: the time of the flush that wrote it} */
    public Instant time() {
        return time;
    }

    /** {@return what made it} */
    public Change change() {
        return change;
    }

    /**
     * The value that an attribute had.
     *
     * @param attribute of the class
     * @param <V> the type of the value
     * @return the value, or null
     * @throws InvalidArgumentException if the class has no such attribute
     */
    @SuppressWarnings("unchecked") // the column of the attribute holds values of its type
    public <V> @Nullable V get(ColumnAttribute<? super T, V> attribute) {
        String name = attribute.attributeName();
        if (!values.containsKey(name)) {
            throw new InvalidArgumentException("Cannot tell what " + name + " was in " + this
                    + ": there is no such value," + " only " + values.keySet() + '.');
        }
        return (V) values.get(name);
    }

    /** {@return the values by the names of attributes, in order of mapping; a foreign key without a field is {@code attribute#column}} */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /**
     * An object with the values of this version. It is transient and belongs to nobody: to look at, or to be given to {@code session.merge},
     * which makes the present object what it was. References and collections are not set.
     *
     * @return a new object with the key of the versioned one
     */
    @SuppressWarnings("unchecked") // the mapper is that of T or a subclass
    public T copy() {
        Enhanced copy = mapper.manager().newInstance();
        Instance<Object> instance = Instance.of(copy);
        values.forEach((name, value) -> {
            if (!TableMapper.isHidden(name)) {
                instance.setCommitted(name, value);
            }
        });
        ClassManager.requireState(copy);
        return (T) copy;
    }

    @Override
    public String toString() {
        return "version " + number + " of " + mapper.type().getSimpleName() + " since " + time;
    }
}
