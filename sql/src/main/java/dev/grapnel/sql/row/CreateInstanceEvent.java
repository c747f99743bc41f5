package dev.grapnel.sql.row;

import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.events.ValueEvent;

/**
 * An object is about to be made for a row whose key is not in memory (rule L-9). Its value is the object, null so far: null has it made
 * without its constructor, as always.
 *
 * @param <T> the class of the object
 */
public final class CreateInstanceEvent<T> extends ValueEvent<T> {
    private final Mapper mapper;
    private final LoadContext context;
    private final MappedRow row;

    /** Made by loading. */
    public CreateInstanceEvent(Mapper mapper, LoadContext context, MappedRow row) {
        super(null);
        this.mapper = mapper;
        this.context = context;
        this.row = row;
    }

    /** The mapper of the row. */
    public Mapper mapper() {
        return mapper;
    }

    /** The class of which an object would be made. */
    public Class<?> type() {
        return mapper.type();
    }

    /** The result being read. */
    public LoadContext context() {
        return context;
    }

    /** The row. */
    public MappedRow row() {
        return row;
    }
}
