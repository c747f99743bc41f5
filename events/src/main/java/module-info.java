/**
 * Listener registration and dispatch: typed events, ordered listeners, modifiers, and targets. Knows nothing of persistence.
 *
 * <p>Start reading at {@link dev.grapnel.events.Events}, then {@link dev.grapnel.events.Dispatch}.
 */
@org.jspecify.annotations.NullMarked
module dev.grapnel.events {
    requires static transitive org.jspecify;

    exports dev.grapnel.events;
}
