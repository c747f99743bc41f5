package dev.grapnel.mongo.session;

import org.jspecify.annotations.Nullable;

/**
 * How a session behaves, as its factory was told.
 *
 * @param autoflush whether each query flushes first what is pending
 * @param together whether a flush sends its writes together
 * @param indexes makes indexes when classes are first used; null: nobody does
 */
record SessionSettings(
        boolean autoflush, boolean together, @Nullable IndexKeeper indexes) {}
