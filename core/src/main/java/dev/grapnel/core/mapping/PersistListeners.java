package dev.grapnel.core.mapping;

import dev.grapnel.events.Dispatch;
import dev.grapnel.events.Listeners;

/** The listeners of one mapper to the events of a flush, at hand without a look-up. */
public final class PersistListeners {
    /** Before INSERT. */
    public final Listeners<PersistEvent<Object>> beforeInsert;
    /** After INSERT. */
    public final Listeners<PersistEvent<Object>> afterInsert;
    /** Before UPDATE. */
    public final Listeners<PersistEvent<Object>> beforeUpdate;
    /** After UPDATE. */
    public final Listeners<PersistEvent<Object>> afterUpdate;
    /** Before DELETE. */
    public final Listeners<PersistEvent<Object>> beforeDelete;
    /** After DELETE. */
    public final Listeners<PersistEvent<Object>> afterDelete;

    PersistListeners(Dispatch dispatch) {
        this.beforeInsert = dispatch.listeners(MapperEventKeys.BEFORE_INSERT);
        this.afterInsert = dispatch.listeners(MapperEventKeys.AFTER_INSERT);
        this.beforeUpdate = dispatch.listeners(MapperEventKeys.BEFORE_UPDATE);
        this.afterUpdate = dispatch.listeners(MapperEventKeys.AFTER_UPDATE);
        this.beforeDelete = dispatch.listeners(MapperEventKeys.BEFORE_DELETE);
        this.afterDelete = dispatch.listeners(MapperEventKeys.AFTER_DELETE);
    }
}
