package dev.grapnel.sql.query;

import dev.grapnel.sql.load.LoadingSession;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a query needs of its session. */
public interface QuerySession extends LoadingSession {
    /** Checks that no other thread is inside, and runs. */
    <T extends @Nullable Object> T exclusively(Supplier<T> operation);
}
