package dev.grapnel.mongo.session;

/** What is done to a document. */
enum WriteKind {
    /** It is inserted. */
    INSERT,
    /** It is replaced, or the fields that were loaded are. */
    UPDATE,
    /** It is deleted. */
    DELETE
}
