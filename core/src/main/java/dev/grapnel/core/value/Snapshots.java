package dev.grapnel.core.value;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is kept of values of one attribute while the program has them: a snapshot tells whether the value was changed inside, and what it was. */
public interface Snapshots {
    /**
     * What is kept of a value.
     *
     * @param value which the program may change
     * @return a snapshot that no change of the value changes
     */
    Object take(Object value);

    /**
     * Whether a value still is what it was.
     *
     * @param snapshot taken before
     * @param value as it is now
     * @return whether nothing was changed that the store would keep
     */
    boolean matches(Object snapshot, Object value);

    /**
     * The value as it was.
     *
     * @param snapshot taken before
     * @return a value of its own
     */
    Object restore(Object snapshot);

    /** A value that is equal to another one, and its own. */
    default Object copy(Object value) {
        return restore(take(value));
    }

    /** Whether two values are the same for the store. */
    default boolean isEqual(Object one, Object other) {
        return one == other || matches(take(one), other);
    }

    /**
     * Keeps copies.
     *
     * @param copier makes and compares them
     * @return the snapshots
     */
    static Snapshots byCopies(ValueCopier<Object> copier) {
        return new CopiedSnapshots(copier);
    }

    /**
     * Keeps what the store would keep, so that the class of the values needs no {@code equals}.
     *
     * @param write makes the stored form of a value; another object each time, or one that is never changed
     * @param read makes a value of the stored form
     * @return the snapshots
     */
    static Snapshots byStoredForm(Function<Object, Object> write, Function<Object, Object> read) {
        return new StoredSnapshots(write, read);
    }

    /**
     * Copies values of a class that comes with Java and can be changed inside: an array of any dimension, or a {@code java.util.Date} with its children.
     *
     * @param type of the values
     * @return the copier, or null if values of the class cannot be changed inside, or nothing is known of it
     */
    static @Nullable ValueCopier<Object> copierOf(Class<?> type) {
        return KnownCopiers.of(type);
    }
}
