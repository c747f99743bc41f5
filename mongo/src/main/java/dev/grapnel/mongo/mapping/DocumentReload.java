package dev.grapnel.mongo.mapping;

/** Implemented by sessions that load an expired object again when one of its values is read. */
public interface DocumentReload {
    /**
     * Loads all values of an object again.
     *
     * @param state of an object of the session
     * @throws dev.grapnel.core.error.ObjectDeletedException if its document is gone
     */
    void reload(DocumentState<?> state);
}
