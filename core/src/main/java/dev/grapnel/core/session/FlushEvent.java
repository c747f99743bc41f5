package dev.grapnel.core.session;

import dev.grapnel.core.instrument.FlushContext;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A flush passes one of its stations.
 *
 * @param session the session
 * @param flushContext the flush
 * @param instances the objects the flush is limited to, or null; only in {@code before_flush}
 * @param <S> the type of session
 */
public record FlushEvent<S extends ObjectSession>(
        S session, FlushContext flushContext, @Nullable Collection<?> instances) {}
