package dev.grapnel.core.flush.explain;

import dev.grapnel.core.flush.plan.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a row is written.
 *
 * @param cause what brought its object into the flush
 * @param attributes the names of those that changed; empty unless the cause is {@link Cause#CHANGED}
 * @param relationship along which the object was drawn in, as {@code Author.books}, or null
 * @param from the object that it was drawn in from, or null if none is known
 */
public record Reason(
        Cause cause,
        List<String> attributes,
        @Nullable String relationship,
        @Nullable PlannedObject from) {

    /** Copies the list, so that the reason is a value. */
    public Reason {
        attributes = List.copyOf(attributes);
    }

    /** The reason as a part of a sentence: "it is new". */
    @Override
    public String toString() {
        return switch (cause) {
            case NEW -> "it is new";
            case CHANGED -> attributes.isEmpty() ? "it was flagged as changed" : changed();
            case MARKED -> "it is marked for delete";
            case ORPHAN ->
                from == null
                        ? "nothing holds it along " + relationship + " any longer"
                        : from + " let go of it along " + relationship + ", which deletes orphans";
            case CASCADE -> "it is deleted with " + from + " along " + relationship;
            case MEMBER -> "it joined " + from + " along " + relationship;
            case REMOVED -> "it left " + from + " along " + relationship + ", so its key is cleared";
            case OWNER_DELETED -> from + " is deleted, so its key is cleared along " + relationship;
            case KEY_CHANGED -> "the key of " + from + " changes, which it has along " + relationship;
            case MOVED -> "its place along " + relationship + " changed";
            case ROW_TAKEN_OVER -> "it takes over the row of " + from + ", which is deleted and has the same key";
            case PAIR -> "the pair along " + relationship + " changed";
            case POST_UPDATE -> "its key along " + relationship + " is written by an update of its own";
        };
    }

    private String changed() {
        return String.join(", ", attributes) + " changed";
    }
}
