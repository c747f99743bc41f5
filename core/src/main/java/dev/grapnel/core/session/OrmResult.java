package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement through a session gave: objects, a number of rows, or whether a row was there to reload from. Listeners get one from
 * {@link OrmExecuteState#invoke}, and may make one to be used instead of running the statement (rules S-54, S-57).
 */
public final class OrmResult {
    private final @Nullable Object content;
    private final boolean invoked;

    private OrmResult(@Nullable Object content, boolean invoked) {
        this.content = content;
        this.invoked = invoked;
    }

    /**
     * Rows, each as an object or a single value, in order.
     *
     * @param objects the objects of the session that the statement belongs to; an object may be there more than once
     * @return the result
     */
    public static OrmResult ofObjects(List<?> objects) {
        return new OrmResult(objects, false);
    }

    /**
     * What an UPDATE or DELETE did.
     *
     * @param count how many rows were written
     * @return the result
     */
    public static OrmResult ofRowCount(int count) {
        return new OrmResult(count, false);
    }

    /** Whatever a statement gave that was invoked, to be handed on as it is. */
    static OrmResult of(@Nullable Object content) {
        return new OrmResult(content, true);
    }

    /**
     * The rows.
     *
     * @return the objects, in order
     * @throws InvalidRequestException if the statement gave no rows
     */
    public List<?> objects() {
        if (content instanceof List<?> list) {
            return list;
        }
        throw new InvalidRequestException("Cannot take objects from the result of this statement: it gave " + content
                + ". Look at OrmExecuteState.kind() and isColumnLoad() first.");
    }

    /**
     * How many rows were written.
     *
     * @return the number
     * @throws InvalidRequestException if the statement did not write
     */
    public int rowCount() {
        if (content instanceof Integer count) {
            return count;
        }
        throw new InvalidRequestException(
                "Cannot take a number of rows from the result of this statement: it read rows instead of writing them."
                        + " Look at OrmExecuteState.kind() first.");
    }

    /** What is in it. */
    @Nullable Object content() {
        return content;
    }

    /** What is in it, for the one who sent the statement and expects something of a type. */
    @Nullable Object content(Class<?> expected) {
        if (!invoked && !expected.isInstance(content)) {
            throw new InvalidRequestException("Cannot use " + content + " as the result of this statement: it gives a "
                    + expected.getSimpleName()
                    + ". Return what OrmExecuteState.invoke() gave, or make a result of the right kind.");
        }
        return content;
    }

    @Override
    public String toString() {
        return "result " + content;
    }
}
