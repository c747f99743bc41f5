package dev.grapnel.sql.row;

import dev.grapnel.events.ClassTargets;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Listeners;
import org.jspecify.annotations.Nullable;

/** The listeners of one mapper to the events of rows, at hand without a look-up. */
public final class RowListeners {
    static final Dispatch ALL = Dispatch.ofClassLevel(RowEventKeys.CATALOG, "the rows of all mapped classes", null);
    private static final ClassTargets CLASSES = ClassTargets.processWide(RowEventKeys.CATALOG);

    /** Of {@code translate_row}. */
    public final Listeners<TranslateRowEvent> translateRow;
    /** Of {@code create_instance}. */
    public final Listeners<CreateInstanceEvent<Object>> createInstance;
    /** Of {@code populate_instance}. */
    public final Listeners<PopulateInstanceEvent<Object>> populateInstance;
    /** Of {@code append_result}. */
    public final Listeners<AppendResultEvent<Object>> appendResult;

    private final Class<?> type;
    private final Dispatch dispatch;

    /**
     * Begins to collect the listeners of a mapper that is being made.
     *
     * @param type its class
     * @param parent of the mapped superclass, or null
     */
    public RowListeners(Class<?> type, @Nullable RowListeners parent) {
        this.type = type;
        this.dispatch = Dispatch.of(RowEventKeys.CATALOG, "the rows of " + type.getName(), ALL);
        if (parent != null) {
            dispatch.inherit(parent.dispatch);
        }
        CLASSES.attach(type, dispatch);
        this.translateRow = dispatch.listeners(RowEventKeys.TRANSLATE_ROW);
        this.createInstance = dispatch.listeners(RowEventKeys.CREATE_INSTANCE);
        this.populateInstance = dispatch.listeners(RowEventKeys.POPULATE_INSTANCE);
        this.appendResult = dispatch.listeners(RowEventKeys.APPEND_RESULT);
    }

    static ListenPoint on(Class<?> type) {
        return CLASSES.on(type);
    }

    /** Whether nobody listens. */
    public boolean isEmpty() {
        return translateRow.isEmpty()
                && createInstance.isEmpty()
                && populateInstance.isEmpty()
                && appendResult.isEmpty();
    }

    /** The mapper is given up. */
    public void release() {
        CLASSES.detach(type);
        dispatch.clear();
    }
}
