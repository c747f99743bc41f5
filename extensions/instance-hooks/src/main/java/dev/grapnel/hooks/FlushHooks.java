package dev.grapnel.hooks;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.ObjectSession;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.events.Subscription;
import java.util.Collection;
import java.util.List;

/** The flush hooks of all objects of some sessions (rule L-23). */
final class FlushHooks {
    private FlushHooks() {}

    static <S extends ObjectSession> Subscription on(SessionEvents<S> events) {
        return Subscription.together(
                List.of(events.beforeFlush(FlushHooks::beforeFlush), events.afterFlush(FlushHooks::afterFlush)));
    }

    private static void beforeFlush(FlushEvent<?> event) {
        tell(Hook.NEW_BEFORE_FLUSH, event.session().newObjects(), event);
    }

    /** The sets are as they were before the flush (rule L-22). */
    private static void afterFlush(FlushEvent<?> event) {
        tell(Hook.NEW_AFTER_FLUSH, event.session().newObjects(), event);
        tell(Hook.DIRTY_AFTER_FLUSH, event.session().dirty(), event);
        tell(Hook.DELETED_AFTER_FLUSH, event.session().deleted(), event);
    }

    /** The session gives copies of its sets, so that a hook may add objects (rule L-25). */
    private static void tell(Hook hook, Collection<Object> objects, FlushEvent<?> event) {
        for (Object object : objects) {
            Mapper mapper = Mapper.of(ClassManager.requireState(object));
            mapper.attachment(HookMethods.class, HookMethods::of).call(hook, object, event);
        }
    }
}
