package dev.grapnel.sql.row;

import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.events.ValueEvent;
import java.util.Objects;

/** A row reaches a mapper; neither its class nor its identity is known yet (rule L-8). Its value is the row. */
public final class TranslateRowEvent extends ValueEvent<MappedRow> {
    private final Mapper mapper;
    private final LoadContext context;

    /** Made by loading. */
    public TranslateRowEvent(Mapper mapper, LoadContext context, MappedRow row) {
        super(row);
        this.mapper = mapper;
        this.context = context;
    }

    /** The mapper whose turn it is: that of the class asked for, then that of the subclass, if the row is of one. */
    public Mapper mapper() {
        return mapper;
    }

    /** The result being read. */
    public LoadContext context() {
        return context;
    }

    /** The row as the listeners before this one left it. */
    public MappedRow row() {
        return Objects.requireNonNull(value(), "row");
    }
}
