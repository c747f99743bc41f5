package dev.grapnel.mongo.document;

import dev.grapnel.core.error.ValidationException;

/** Where a nested value stands, and who is told before it changes. */
public interface Place {
    /** Of values that are in no object. */
    Place NOWHERE = new Place() {
        @Override
        public void changing() {
            // nobody to be told
        }

        @Override
        public boolean isOver() {
            return true;
        }

        @Override
        public boolean isWithin(Nested value) {
            return false;
        }
    };

    /** The value here, or one within it, is about to change. */
    void changing();

    /** Whether the value will never stand here again: it was taken out, or the object is gone. */
    boolean isOver();

    /**
     * Whether the place is a part of a value: what stands here cannot have that value as a part.
     *
     * @param value any value
     * @return whether it is this place, or one that this place is in
     */
    boolean isWithin(Nested value);

    /**
     * Refuses a value that would be a part of itself if it stood here.
     *
     * @param value any value
     * @throws ValidationException if this place is within it
     */
    default void requireOutside(Nested value) {
        if (isWithin(value)) {
            throw new ValidationException(
                    "Cannot put an object or list into a document where it would be a part of itself."
                            + " Put another one there, or the id of one.");
        }
    }
}
