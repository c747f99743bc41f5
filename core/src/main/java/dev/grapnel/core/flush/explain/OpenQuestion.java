package dev.grapnel.core.flush.explain;

/**
 * Something that only the store knows, so that the flush itself will ask it.
 *
 * @param object the object whose relationship is not loaded
 * @param relationship as {@code Author.books}
 * @param consequence what the flush will do
 */
public record OpenQuestion(PlannedObject object, String relationship, String consequence) {
    /** As a sentence. */
    @Override
    public String toString() {
        return relationship + " of " + object + " is not loaded: " + consequence + ".";
    }
}
