package dev.grapnel.sql.load;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.load.LoadContextGuard;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.load.RowHooks;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Listeners;
import dev.grapnel.events.Registration;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.row.AppendResultEvent;
import dev.grapnel.sql.row.CreateInstanceEvent;
import dev.grapnel.sql.row.MappedRow;
import dev.grapnel.sql.row.PopulateInstanceEvent;
import dev.grapnel.sql.row.RowListeners;
import dev.grapnel.sql.row.RowOfObject;
import dev.grapnel.sql.row.TranslateRowEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners of the rows of one class.
 *
 * @param mapper of the rows
 * @param names of their values
 * @param run the result
 */
record TableRowHooks(TableMapper mapper, RowNames names, LoadRun run) implements RowHooks<RowCursor> {

    private RowListeners listeners() {
        return mapper.rowListeners();
    }

    private TableRow row(RowCursor row) {
        return new TableRow(names, row);
    }

    @Override
    public RowCursor translate(RowCursor row) {
        if (listeners().translateRow.isEmpty()) {
            return row;
        }
        TranslateRowEvent event = new TranslateRowEvent(mapper, run, row(row));
        listeners().translateRow.fire(event);
        MappedRow translated = event.value();
        if (translated instanceof TableRow other && other.keys() == names) {
            return other.values();
        }
        throw new InvalidRequestException("Cannot read what a listener to translate_row of "
                + mapper.type().getSimpleName() + " returned: "
                + (translated == null ? "null" : "a " + translated.getClass().getName())
                + " is not the row it was given. Return event.row(), or what its method with(…) gives.");
    }

    @Override
    public @Nullable Enhanced create(RowCursor row) {
        if (listeners().createInstance.isEmpty()) {
            return null;
        }
        CreateInstanceEvent<Object> event = new CreateInstanceEvent<>(mapper, run, row(row));
        listeners().createInstance.fire(event);
        return event.value() == null ? null : required(event.value());
    }

    private Enhanced required(Object created) {
        InstanceState state = ClassManager.stateOf(created);
        if (state == null) {
            throw wrong(created, "its class was not mapped when it was made");
        }
        if (Mapper.of(state).registry() != mapper.registry()) {
            throw wrong(created, "another registry maps its class");
        }
        if (state.owner() != null) {
            throw wrong(created, "it belongs to a session already");
        }
        if (state.hasKey()) {
            throw wrong(created, "it has the key of a row already");
        }
        return state.requireObject();
    }

    private InvalidRequestException wrong(Object created, String reason) {
        return new InvalidRequestException("Cannot use what a listener to create_instance of "
                + mapper.type().getSimpleName() + " returned, a "
                + created.getClass().getName() + ": " + reason
                + ". Return a new object of a class that the registry maps, or null to have one made.");
    }

    @Override
    public boolean fills(RowCursor row, InstanceState state, boolean first, @Nullable Set<String> only) {
        Listeners<PopulateInstanceEvent<Object>> told = listeners().populateInstance;
        return told.isEmpty()
                || fire(told, new PopulateInstanceEvent<>(mapper, run, row(row), state, first, only), state);
    }

    @Override
    public boolean appends(RowCursor row, InstanceState state, boolean first, List<Object> result) {
        Listeners<AppendResultEvent<Object>> told = listeners().appendResult;
        return told.isEmpty()
                || fire(told, new AppendResultEvent<>(mapper, run, row(row), state, first, result), state);
    }

    private static <E extends RowOfObject<Object>> boolean fire(Listeners<E> listeners, E event, InstanceState state) {
        for (Registration<E> registration : listeners.snapshot()) {
            LoadContextGuard.call(registration, event, state);
        }
        return !event.isSkipped();
    }
}
