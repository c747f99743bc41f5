package dev.grapnel.sql.query;

import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.SentSelect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question for objects of one class and its subclasses: {@link Query}, which the library makes a statement of, or {@link SqlQuery}, whose
 * statement the application wrote. Immutable. A listener to {@code do_orm_execute} finds it in {@link dev.grapnel.sql.SelectState#statement()}.
 *
 * @param <T> the class
 */
public sealed interface EntityQuery<T> extends SentSelect permits Query, SqlQuery {
    /** The class. */
    Class<?> entity();

    /** How it loads its objects; to be refined and given back to {@link #options(LoadOptions)}. */
    @Override
    LoadOptions options();

    /**
     * Sets how the objects are loaded.
     *
     * @param options strategies, deferred columns, criteria
     * @return the refined query
     */
    EntityQuery<T> options(LoadOptions options);

    /** What is said about the running of the statement. */
    ExecutionOptions execution();

    /** All objects, in order, each once. */
    List<T> list();

    /**
     * The one object.
     *
     * @return the object
     * @throws dev.grapnel.core.error.ObjectNotFoundException if there is none
     * @throws dev.grapnel.core.error.MultipleObjectsFoundException if there are several
     */
    T one();

    /**
     * The one object, if there is any.
     *
     * @return the object, or null
     * @throws dev.grapnel.core.error.MultipleObjectsFoundException if there are several
     */
    @Nullable T oneOrNull();

    /** The first object in order, or empty. */
    Optional<T> first();

    /** All objects, in order, a portion at a time, while the database holds the rest. Close it. */
    Stream<T> stream();
}
