package dev.grapnel.sql.bind;

import dev.grapnel.sql.connection.Engine;
import org.jspecify.annotations.Nullable;

/** Chooses the engine for a statement or a row, as a replica for reading. */
@FunctionalInterface
public interface EngineResolver {
    /**
     * Chooses. Called often, so it should be quick; it may not use the session for statements.
     *
     * @param request what is read or written
     * @return the engine, or null if the binds of the classes decide
     */
    @Nullable Engine engine(BindRequest request);
}
