package dev.grapnel.core.mapping.entry;

import dev.grapnel.events.ClassTargets;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.Listeners;
import org.jspecify.annotations.Nullable;

/** The listeners of one mapped class to the events of {@link EntryEvents}, at hand without a look-up. */
public final class EntryListeners {
    static final Dispatch ALL = Dispatch.ofClassLevel(EntryEventKeys.CATALOG, "the entries of all classes", null);
    static final ClassTargets CLASSES = ClassTargets.processWide(EntryEventKeys.CATALOG);

    /** Before an object is added. */
    public final Listeners<EntryEvent<Object>> beforeAdd;
    /** Before an object is marked for delete. */
    public final Listeners<EntryEvent<Object>> beforeMarkDeleted;

    private final Class<?> type;
    private final Dispatch dispatch;

    /**
     * The listeners of a class that is being mapped: those held for it and its superclasses.
     *
     * @param type the class
     * @param parent those of the mapped superclass, or null
     */
    public EntryListeners(Class<?> type, @Nullable EntryListeners parent) {
        this.type = type;
        this.dispatch = Dispatch.of(EntryEventKeys.CATALOG, "the entries of " + type.getName(), ALL);
        if (parent != null) {
            dispatch.inherit(parent.dispatch);
        }
        CLASSES.attach(type, dispatch);
        this.beforeAdd = dispatch.listeners(EntryEventKeys.BEFORE_ADD);
        this.beforeMarkDeleted = dispatch.listeners(EntryEventKeys.BEFORE_MARK_DELETED);
    }

    /** The class is not mapped any more. */
    public void leave() {
        CLASSES.detach(type);
        dispatch.clear();
    }
}
