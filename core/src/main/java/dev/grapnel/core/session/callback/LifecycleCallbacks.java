package dev.grapnel.core.session.callback;

import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.instrument.RefreshEvent;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperEvents;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.entry.EntryEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.EnhancedType;
import java.util.List;

/**
 * The callback methods of JPA as listeners to public events; one for each registry, which owns the entity listeners.
 *
 * <p>What others have written calls none of them. A class without callback methods gets no listener. Those of other classes run in front of the application's listeners for the class.
 */
public final class LifecycleCallbacks {
    private final ListenerObjects objects = new ListenerObjects();
    /** Whether each event of a row stands for a write of it that the program has asked for. */
    private final boolean eventsAreWrites;

    private LifecycleCallbacks(boolean eventsAreWrites) {
        this.eventsAreWrites = eventsAreWrites;
    }

    /** For rows of tables: a flush may find orphans, take rows over, and touch objects without a net change. Begins without listeners. */
    public static LifecycleCallbacks ofRows() {
        return new LifecycleCallbacks(false);
    }

    /** For documents: each of their events stands for a write. Begins without listeners. */
    public static LifecycleCallbacks ofDocuments() {
        return new LifecycleCallbacks(true);
    }

    /**
     * Reads the annotations of a class and its superclasses, and registers what they ask for. The listeners go when the class is released.
     *
     * @param mapper whose properties are built
     * @throws dev.grapnel.core.error.MappingException if a method cannot be a callback method, or an entity listener cannot be made
     */
    public void attach(Mapper mapper) {
        EnhancedType type = mapper.manager().enhancedType();
        List<ListenerObject> listeners = ListenerClasses.of(type.type()).stream()
                .map(listener -> objects.of(listener, type))
                .toList();
        CallbackMethods methods = new CallbackMethods(type, listeners);
        attachEntering(type.type(), methods);
        attachWriting(type.type(), methods);
        CallbackChain loading = methods.of(Callback.POST_LOAD);
        if (!loading.isEmpty()) {
            attachLoading(type.type(), loading);
        }
    }

    private void attachEntering(Class<?> type, CallbackMethods methods) {
        CallbackChain adding = methods.of(Callback.PRE_PERSIST);
        if (!adding.isEmpty()) {
            EntryEvents.on(type).first().beforeAdd(event -> adding.call(event.target()));
        }
        CallbackChain removing = methods.of(Callback.PRE_REMOVE);
        if (!removing.isEmpty()) {
            EntryEvents.on(type).first().beforeMarkDeleted(event -> removing.call(event.target()));
            if (!eventsAreWrites) {
                Mapped.on(type).first().beforeDelete(event -> tellOrphan(event, removing));
            }
        }
    }

    /** What was marked has been told. */
    private static void tellOrphan(PersistEvent<?> event, CallbackChain chain) {
        Object target = event.target();
        if (!Instance.of(target).isMarkedForDelete()) {
            chain.call(target);
        }
    }

    private void attachWriting(Class<?> type, CallbackMethods methods) {
        MapperEvents<?> rows = Mapped.on(type).first();
        CallbackChain inserted = methods.of(Callback.POST_PERSIST);
        if (!inserted.isEmpty()) {
            rows.afterInsert(event -> tellIf(!event.isRemote(), event, inserted));
            rows.afterUpdate(event -> tellIf(isRowTakenOver(event), event, inserted));
        }
        CallbackChain updating = methods.of(Callback.PRE_UPDATE);
        if (!updating.isEmpty()) {
            rows.beforeUpdate(event -> tellIf(isChanged(event), event, updating));
        }
        CallbackChain updated = methods.of(Callback.POST_UPDATE);
        if (!updated.isEmpty()) {
            rows.afterUpdate(event -> tellIf(!isRowTakenOver(event) && isChanged(event), event, updated));
        }
        CallbackChain deleted = methods.of(Callback.POST_REMOVE);
        if (!deleted.isEmpty()) {
            rows.afterDelete(event -> tellIf(!event.isRemote(), event, deleted));
        }
    }

    /** A new object that got the row of a deleted one is updated, and has been persisted all the same. */
    private boolean isRowTakenOver(PersistEvent<?> event) {
        return !eventsAreWrites && !event.state().hasKey();
    }

    /** The events of an update fire for each object that was touched (rule M-15). */
    private boolean isChanged(PersistEvent<?> event) {
        return eventsAreWrites
                ? !event.isRemote()
                : Instance.of((Object) event.target()).isModified(false);
    }

    private static void tellIf(boolean due, PersistEvent<?> event, CallbackChain chain) {
        if (due) {
            chain.call(event.target());
        }
    }

    /** Not for the copy of a new object: nothing was loaded for it. */
    private static void attachLoading(Class<?> type, CallbackChain chain) {
        InstanceEvents<?> objects = InstanceEvents.on(type).first().restoreLoadContext();
        objects.load(event -> {
            if (event.state().hasKey()) {
                chain.call(event.target());
            }
        });
        objects.refresh(event -> {
            if (isWhole(event)) {
                chain.call(event.target());
            }
        });
    }

    private static boolean isWhole(RefreshEvent<?> event) {
        return event.attributes() == null;
    }
}
