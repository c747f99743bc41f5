package dev.grapnel.mongo.mapping;

/** A unit of work, as the state of an object in it sees it. */
public interface StateWatcher {
    /**
     * The object is not clean any more: it was changed for the first time, or marked.
     *
     * @param state of the object
     */
    void noLongerClean(DocumentState<?> state);
}
