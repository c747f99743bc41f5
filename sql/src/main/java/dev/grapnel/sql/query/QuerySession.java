package dev.grapnel.sql.query;

import dev.grapnel.sql.load.LoadingSession;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a query needs of its session. */
public interface QuerySession extends LoadingSession {
    /** Checks that no other thread is inside, and runs. */
    <T extends @Nullable Object> T exclusively(Supplier<T> operation);

    /** Makes sure that the mappers are configured. */
    void configure();

    /** The same for a statement that is about to be sent: its transaction begins first. */
    void ready();

    /**
     * Finds an object by its primary key, in memory first.
     *
     * @param type the class; the object may be of a subclass
     * @param key the values of the key in the order of its attributes
     * @param <T> the class
     * @return the object, or null
     */
    <T> @Nullable T get(Class<T> type, Object... key);
}
