package dev.grapnel.core.store;

import dev.grapnel.core.state.InstanceState;
import java.util.List;

/**
 * A row that is going to be written.
 *
 * @param kind what is done to it
 * @param place where it stands, as the name of a table
 * @param subjects the object it belongs to, or the two that it ties to each other
 * @param columns what an update writes; empty otherwise
 */
public record RowChange(Kind kind, String place, List<InstanceState> subjects, List<String> columns) {

    /** What is done to a row. */
    public enum Kind {
        /** It is new. */
        INSERT,
        /** It changes. */
        UPDATE,
        /** It goes. */
        DELETE
    }
}
