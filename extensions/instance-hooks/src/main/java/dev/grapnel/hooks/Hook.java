package dev.grapnel.hooks;

import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.hooks.typed.AfterDeleteHook;
import dev.grapnel.hooks.typed.AfterInsertHook;
import dev.grapnel.hooks.typed.AfterUpdateHook;
import dev.grapnel.hooks.typed.BeforeDeleteHook;
import dev.grapnel.hooks.typed.BeforeInsertHook;
import dev.grapnel.hooks.typed.BeforeUpdateHook;
import dev.grapnel.hooks.typed.DeletedAfterFlushHook;
import dev.grapnel.hooks.typed.DirtyAfterFlushHook;
import dev.grapnel.hooks.typed.NewAfterFlushHook;
import dev.grapnel.hooks.typed.NewBeforeFlushHook;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;

/** The ten hooks. */
enum Hook {
    BEFORE_INSERT(BeforeInsert.class, BeforeInsertHook.class, "_before_insert", PersistEvent.class),
    BEFORE_UPDATE(BeforeUpdate.class, BeforeUpdateHook.class, "_before_update", PersistEvent.class),
    BEFORE_DELETE(BeforeDelete.class, BeforeDeleteHook.class, "_before_delete", PersistEvent.class),
    AFTER_INSERT(AfterInsert.class, AfterInsertHook.class, "_after_insert", PersistEvent.class),
    AFTER_UPDATE(AfterUpdate.class, AfterUpdateHook.class, "_after_update", PersistEvent.class),
    AFTER_DELETE(AfterDelete.class, AfterDeleteHook.class, "_after_delete", PersistEvent.class),
    NEW_BEFORE_FLUSH(NewBeforeFlush.class, NewBeforeFlushHook.class, "_new_before_flush", FlushEvent.class),
    NEW_AFTER_FLUSH(NewAfterFlush.class, NewAfterFlushHook.class, "_new_after_flush", FlushEvent.class),
    DIRTY_AFTER_FLUSH(DirtyAfterFlush.class, DirtyAfterFlushHook.class, "_dirty_after_flush", FlushEvent.class),
    DELETED_AFTER_FLUSH(DeletedAfterFlush.class, DeletedAfterFlushHook.class, "_deleted_after_flush", FlushEvent.class);

    private final Class<? extends Annotation> annotation;
    private final Class<?> type;
    private final String methodName;
    private final Class<?> event;

    Hook(Class<? extends Annotation> annotation, Class<?> type, String methodName, Class<?> event) {
        this.annotation = annotation;
        this.type = type;
        this.methodName = methodName;
        this.event = event;
    }

    /** By its annotation, by the interface that declares it, or by the name that it has in the older recipe (rule L-26). */
    boolean isMethod(Method method) {
        return method.isAnnotationPresent(annotation)
                || method.getDeclaringClass() == type
                || method.getName().equals(methodName);
    }

    /** What it is told. */
    Class<?> event() {
        return event;
    }

    /** As it stands in the source. */
    @Override
    public String toString() {
        return '@' + annotation.getSimpleName();
    }
}
