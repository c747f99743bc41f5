package dev.grapnel.mongo;

import java.util.List;

/** The objects of a session in the order in which they came, which is the order of the flush (statement ODM-F2). */
public interface UnitOfWork extends Iterable<Object> {
    /** All objects; a copy. */
    List<Object> all();

    /** Those that the next flush inserts; a copy. */
    List<Object> newObjects();

    /** Those that the next flush passes by; a copy. */
    List<Object> clean();

    /** Those that the next flush updates; a copy. */
    List<Object> dirty();

    /** Those that the next flush deletes; a copy. */
    List<Object> deleted();

    /** Whether an object is in it. */
    boolean contains(Object object);

    /** The number of objects. */
    int size();
}
