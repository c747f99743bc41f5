package dev.grapnel.benchmarks.mongodb.ground;

import java.nio.ByteBuffer;
import org.bson.types.ObjectId;

/** The numbers of the workloads as ids of documents: those that drivers make up are greater by far. */
public final class Keys {
    private static final int LENGTH = 12;

    private Keys() {}

    /**
     * The id of a document that the harness makes.
     *
     * @param number from 1 on
     * @return the id
     */
    public static ObjectId id(long number) {
        return new ObjectId(
                ByteBuffer.allocate(LENGTH).putInt(Math.toIntExact(number)).array());
    }

    /**
     * The number of a document that the harness made.
     *
     * @param id as {@link #id} makes them
     * @return from 1 on
     */
    public static long number(ObjectId id) {
        return id.getTimestamp();
    }
}
