package dev.grapnel.hooks;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.instrument.method.MarkedMethods;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.ObjectSession;
import dev.grapnel.core.state.EnhancedType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds a hook method, whatever it takes, to one shape: the object and the event. */
final class HookParameters {
    /** What each bound method takes: the object, and the event. */
    static final MethodType SHAPE = MethodType.methodType(void.class, Object.class, Object.class);

    private static final MethodHandle SESSION_OF_ROW = part("sessionOf", ObjectSession.class, PersistEvent.class);
    private static final MethodHandle CONNECTION_OF_ROW =
            part("connectionOf", StoreConnection.class, PersistEvent.class);
    private static final MethodHandle SESSION_OF_FLUSH = part("sessionOf", ObjectSession.class, FlushEvent.class);
    private static final MethodHandle CONTEXT_OF_FLUSH = part("contextOf", FlushContext.class, FlushEvent.class);

    private static final MethodHandle ROW = MethodHandles.identity(PersistEvent.class);
    private static final MethodHandle FLUSH = MethodHandles.identity(FlushEvent.class);

    private HookParameters() {}

    /**
     * Binds a method.
     *
     * @param type the enhanced class
     * @param method of that class
     * @param hook what it is for
     * @return takes the object and the event
     * @throws dev.grapnel.core.error.MappingException if it takes or returns something else than a hook may
     */
    static MethodHandle bind(EnhancedType type, Method method, Hook hook) {
        if (method.getReturnType() != void.class) {
            throw MarkedMethods.wrong(
                    method,
                    "a method with " + hook
                            + " returns nothing, and goes on to the next listener. Let it return void.");
        }
        MethodHandle opened = MarkedMethods.open(type, method);
        MethodHandle ofEvents = MethodHandles.filterArguments(opened, 1, parts(method, hook));
        int[] order = new int[ofEvents.type().parameterCount()];
        Arrays.fill(order, 1, order.length, 1);
        MethodType narrow = MethodType.methodType(void.class, ofEvents.type().parameterType(0), hook.event());
        return MethodHandles.permuteArguments(ofEvents, narrow, order).asType(SHAPE);
    }

    private static MethodHandle[] parts(Method method, Hook hook) {
        Class<?>[] taken = method.getParameterTypes();
        Set<MethodHandle> seen = new HashSet<>();
        MethodHandle[] parts = new MethodHandle[taken.length];
        for (int at = 0; at < taken.length; at++) {
            MethodHandle part = hook.event() == PersistEvent.class ? partOfRow(taken[at]) : partOfFlush(taken[at]);
            if (part == null || !seen.add(part)) {
                throw wrong(method, hook);
            }
            parts[at] = part.asType(MethodType.methodType(taken[at], hook.event()));
        }
        return parts;
    }

    private static @Nullable MethodHandle partOfRow(Class<?> taken) {
        if (ObjectSession.class.isAssignableFrom(taken)) {
            return SESSION_OF_ROW;
        } else if (StoreConnection.class.isAssignableFrom(taken)) {
            return CONNECTION_OF_ROW;
        }
        return taken == PersistEvent.class ? ROW : null;
    }

    private static @Nullable MethodHandle partOfFlush(Class<?> taken) {
        if (ObjectSession.class.isAssignableFrom(taken)) {
            return SESSION_OF_FLUSH;
        } else if (taken == FlushContext.class) {
            return CONTEXT_OF_FLUSH;
        }
        return taken == FlushEvent.class ? FLUSH : null;
    }

    private static RuntimeException wrong(Method method, Hook hook) {
        String choice = hook.event() == PersistEvent.class
                ? "a Session, a PersistEvent, a StoreConnection"
                : "a Session, a FlushContext, a FlushEvent";
        return MarkedMethods.wrong(
                method,
                "a method with " + hook + " takes any of these, each once: " + choice
                        + ". Leave out what is none of them.");
    }

    private static MethodHandle part(String name, Class<?> part, Class<?> event) {
        try {
            return MethodHandles.lookup().findStatic(HookParameters.class, name, MethodType.methodType(part, event));
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("method " + name + " of this class is gone", impossible);
        }
    }

    // ---- the parts of events; called by handles ----

    @SuppressWarnings("UnusedMethod")
    private static ObjectSession sessionOf(PersistEvent<?> event) {
        if (event.state().owner() instanceof ObjectSession session) {
            return session;
        }
        throw new InvalidRequestException(
                "Cannot tell a hook of " + event.state()
                        + " the session: objects of this store do not know it. Let the method take the PersistEvent instead, or use a hook of flushes.");
    }

    @SuppressWarnings("UnusedMethod")
    private static StoreConnection connectionOf(PersistEvent<?> event) {
        return event.connection();
    }

    @SuppressWarnings("UnusedMethod")
    private static ObjectSession sessionOf(FlushEvent<?> event) {
        return event.session();
    }

    @SuppressWarnings("UnusedMethod")
    private static FlushContext contextOf(FlushEvent<?> event) {
        return event.flushContext();
    }
}
