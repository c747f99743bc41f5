package dev.grapnel.core.store;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import java.util.List;

/** Writes what the execution of a flush asks for. The events around each object are not its business. */
public interface RowWriter {
    /**
     * Writes the rows of objects of one hierarchy: for each table, first the updates, then the inserts (rule M-5).
     *
     * @param base root of the hierarchy
     * @param updates objects that have a row, in order
     * @param inserts new objects, in order
     * @param scope the connection, and where to report generated values
     */
    void save(Mapper base, List<SaveItem> updates, List<SaveItem> inserts, WriteScope scope);

    /**
     * Deletes the rows of objects of one hierarchy (rule M-7).
     *
     * @param base root of the hierarchy
     * @param states of the objects, in order
     * @param scope the connection
     */
    void delete(Mapper base, List<InstanceState> states, WriteScope scope);

    /**
     * Writes keys by an update of their own (rule U-27).
     *
     * @param base root of the hierarchy
     * @param update the objects and their keys
     * @param scope the connection, and where to report generated values
     */
    void postUpdate(Mapper base, KeyUpdate update, WriteScope scope);

    /**
     * Writes pairs of a many-to-many relationship.
     *
     * @param relationship which one
     * @param changes the pairs
     * @param scope the connection
     */
    void link(Relationship relationship, LinkChanges changes, WriteScope scope);

    /** What this writer would write, for the explanation of a flush. */
    RowForecast forecast();
}
