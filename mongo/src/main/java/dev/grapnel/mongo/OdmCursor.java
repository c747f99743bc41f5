package dev.grapnel.mongo;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a query gives, one after the other.
 *
 * <p>The query runs at the first {@link #next}. Each {@code next} is between the hooks {@code before_cursor_next} and
 * {@code after_cursor_next}, also that which finds the end (statements ODM-Q2, ODM-Q3). A row that cannot be read is an error of its
 * {@code next}; the cursor goes on behind it (statement ODM-V4).
 *
 * @param <T> the class of the objects
 */
@SuppressWarnings("IterableAndIterator") // a loop reads it once, as it does a cursor of the driver
public interface OdmCursor<T> extends Iterator<T>, Iterable<T>, AutoCloseable {
    /** The class that was asked for. */
    Class<T> type();

    /** How rows become objects. */
    FindOptions options();

    /** Whether there is another row; reads it, with the hooks of a {@code next}. */
    @Override
    boolean hasNext();

    /**
     * The next object.
     *
     * @throws java.util.NoSuchElementException at the end
     */
    @Override
    T next();

    /** This cursor. */
    @Override
    default Iterator<T> iterator() {
        return this;
    }

    /** The first object that is left, or nothing. */
    Optional<T> first();

    /**
     * The only object.
     *
     * @throws dev.grapnel.core.error.ObjectNotFoundException if there is none
     * @throws dev.grapnel.core.error.MultipleObjectsFoundException if there are several
     */
    T one();

    /** All objects that are left. */
    List<T> all();

    /** All objects that are left, as they are read. */
    Stream<T> stream();

    /** How many documents the query selects; fires no hook (statement ODM-Q8). */
    long count();

    /** The different values of a field in the documents that the query selects; fires no hook. */
    List<@Nullable Object> distinct(String field);

    /**
     * A cursor of the same query that reads at most so many.
     *
     * @throws dev.grapnel.core.error.InvalidRequestException if the query has run
     */
    OdmCursor<T> limit(int rows);

    /** A cursor of the same query that leaves the first ones out. */
    OdmCursor<T> skip(int rows);

    /** A cursor of the same query in an order. */
    OdmCursor<T> sort(Bson order);

    /** A cursor of the same query that uses an index. */
    OdmCursor<T> hint(Bson index);

    /** A cursor of the same query that uses an index by its name. */
    OdmCursor<T> hint(String index);

    /** A cursor of the same query that makes objects another way. */
    OdmCursor<T> options(FindOptions options);

    /** Begins again, at the first row; fires no hook. */
    void rewind();

    @Override
    void close();
}
