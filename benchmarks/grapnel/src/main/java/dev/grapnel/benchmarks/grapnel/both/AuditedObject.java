package dev.grapnel.benchmarks.grapnel.both;

/** A product that knows who changed it, and when. */
public interface AuditedObject {
    /** Of its key. */
    long number();

    /**
     * Sets how many pieces there are.
     *
     * @param pieces the new number
     */
    void stock(int pieces);

    /** Sets who changed it, and when. */
    void audit();
}
