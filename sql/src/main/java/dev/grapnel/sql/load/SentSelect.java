package dev.grapnel.sql.load;

/** A SELECT of objects that the application made, as it is sent; a listener may have put another one in its place. */
public interface SentSelect {
    /** How its objects are loaded. */
    LoadOptions options();
}
