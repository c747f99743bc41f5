package dev.grapnel.core.instrument;

import dev.grapnel.events.ClassTargets;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventFamily;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;

/**
 * The events of classes being put under watch and released. Listeners apply to subclasses unless {@link #onlyThisClass()}, and belong to no
 * registry: they stay when the class is released, and tell when it is mapped again.
 */
public final class InstrumentationEvents extends EventFamily<InstrumentationEvents> {
    private static final Dispatch ALL = Dispatch.ofClassLevel(InstrumentationEventKeys.CATALOG, "all classes", null);
    private static final ClassTargets CLASSES = ClassTargets.lasting(InstrumentationEventKeys.CATALOG);

    private InstrumentationEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    /**
     * The events of a class and its subclasses.
     *
     * @param type any class or interface
     * @return the family
     */
    public static InstrumentationEvents on(Class<?> type) {
        return new InstrumentationEvents(CLASSES.on(type), ListenOptions.NONE.withPropagate(true));
    }

    /** The events of all classes. */
    public static InstrumentationEvents onAll() {
        return new InstrumentationEvents(ALL, ListenOptions.NONE);
    }

    static Dispatch dispatchFor(Class<?> type) {
        Dispatch dispatch = Dispatch.of(InstrumentationEventKeys.CATALOG, "class " + type.getName(), ALL);
        CLASSES.attach(type, dispatch);
        return dispatch;
    }

    static void release(Class<?> type) {
        CLASSES.detach(type);
    }

    @Override
    protected InstrumentationEvents with(ListenOptions changed) {
        return new InstrumentationEvents(target(), changed);
    }

    /** The listener does not apply to subclasses (rule N-8). */
    public InstrumentationEvents onlyThisClass() {
        return with(options().withPropagate(false));
    }

    /** A class was put under watch; its attributes are not yet (rule N-2). */
    public Subscription classInstrument(Watcher<ClassEvent> watcher) {
        return listen(InstrumentationEventKeys.CLASS_INSTRUMENT, watcher);
    }

    /** A class is about to be released; its manager is still there (rule N-7). */
    public Subscription classUninstrument(Watcher<ClassEvent> watcher) {
        return listen(InstrumentationEventKeys.CLASS_UNINSTRUMENT, watcher);
    }

    /** An attribute got its behaviour, before the engine's own listeners are added to it (rule N-4). */
    public Subscription attributeInstrument(Watcher<AttributeInstrumentEvent> watcher) {
        return listen(InstrumentationEventKeys.ATTRIBUTE_INSTRUMENT, watcher);
    }
}
