package dev.grapnel.core.load;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the application stands between the rows of one class and their objects. A plan has them only while somebody listens; made for one
 * result.
 *
 * @param <R> the row
 */
public interface RowHooks<R> {
    /** The row to read in place of one that has come (rule L-8). */
    R translate(R row);

    /** The object for a row whose key is not in memory, without a key and a session; or null to have it made (rule L-9). */
    @Nullable Enhanced create(R row);

    /**
     * Whether a row is to fill an object (rule L-10).
     *
     * @param row the row
     * @param state of the object
     * @param first whether it is the first row of the object in the result
     * @param only the attributes to be filled, or null for all
     */
    boolean fills(R row, InstanceState state, boolean first, @Nullable Set<String> only);

    /**
     * Whether an object is to be put into the result of a query (rule L-12).
     *
     * @param row the row
     * @param state of the object
     * @param first whether it is the first row of the object in the result
     * @param result so far; may be added to
     */
    boolean appends(R row, InstanceState state, boolean first, List<Object> result);
}
