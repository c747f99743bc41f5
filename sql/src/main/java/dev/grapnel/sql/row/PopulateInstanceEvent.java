package dev.grapnel.sql.row;

import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row is about to fill an object: a new one, one that is refreshed, or one in memory that lacks values; again for further rows of it (rule
 * L-10). What listeners set for the first row counts as loaded. {@link #skip()} leaves the attributes as they are; {@code load} and
 * {@code refresh} fire all the same.
 *
 * @param <T> the class of the object
 */
public final class PopulateInstanceEvent<T> extends RowOfObject<T> {
    private final @Nullable Set<String> attributes;

    /** Made by loading. */
    public PopulateInstanceEvent(
            Mapper mapper,
            LoadContext context,
            MappedRow row,
            InstanceState state,
            boolean isNew,
            @Nullable Set<String> attributes) {
        super(mapper, context, row, state, isNew);
        this.attributes = attributes;
    }

    /** The names of the attributes that are to be filled, or null for all. */
    public @Nullable Set<String> attributes() {
        return attributes;
    }
}
