package dev.grapnel.mongo.document;

/** Where a nested value stands, and who is told before it changes. */
public interface Place {
    /** The value here, or one within it, is about to change. */
    void changing();
}
