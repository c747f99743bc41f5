package dev.grapnel.core.store;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Says which rows a {@link RowWriter} would write, in which order. It touches neither the store nor the objects. */
public interface RowForecast {
    /**
     * The rows that {@link RowWriter#save} would write.
     *
     * @param base root of the hierarchy
     * @param updates objects that have a row, in order
     * @param inserts new objects, in order
     * @param changes what is going to differ from the store
     * @return the rows in order; none for an object without a net change
     */
    List<RowChange> save(Mapper base, List<SaveItem> updates, List<SaveItem> inserts, NetChange changes);

    /**
     * The rows that {@link RowWriter#delete} would delete.
     *
     * @param base root of the hierarchy
     * @param states of the objects, in order
     * @return the rows in order
     */
    List<RowChange> delete(Mapper base, List<InstanceState> states);

    /**
     * The rows that {@link RowWriter#postUpdate} would update.
     *
     * @param base root of the hierarchy
     * @param states of the objects
     * @param attributes the names of the key attributes
     * @param changes what is going to differ from the store
     * @return the rows in order
     */
    List<RowChange> postUpdate(
            Mapper base, Collection<InstanceState> states, Set<String> attributes, NetChange changes);

    /**
     * The rows that {@link RowWriter#link} would write.
     *
     * @param relationship which one
     * @param changes the pairs
     * @return the rows in order
     */
    List<RowChange> link(Relationship relationship, LinkChanges changes);
}
