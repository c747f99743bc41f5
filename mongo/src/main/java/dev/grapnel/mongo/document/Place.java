package dev.grapnel.mongo.document;

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
    };

    /** The value here, or one within it, is about to change. */
    void changing();

    /** Whether the value will never stand here again: it was taken out, or the object is gone. */
    boolean isOver();
}
