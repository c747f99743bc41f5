package dev.grapnel.core.instrument;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.EnhancedType;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.TypeManager;
import dev.grapnel.events.Registration;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the constructors of enhanced classes report. Called by enhanced classes only. */
public final class Construction {
    /** Constructors whose super call is being prepared: their arguments, outermost last. Bounded, since a failing argument leaves an entry. */
    private static final ThreadLocal<Deque<Leaf>> LEAVES = ThreadLocal.withInitial(ArrayDeque::new);

    private static final int MOST_LEAVES = 64;

    private record Leaf(Class<?> type, @Nullable Object[] arguments) {}

    private Construction() {}

    /**
     * A constructor of a class below the root-most enhanced one begins, before its super call.
     *
     * @param type the class that declares it
     * @param arguments given to it
     */
    public static void leaf(Class<?> type, @Nullable Object[] arguments) {
        Deque<Leaf> leaves = LEAVES.get();
        leaves.push(new Leaf(type, arguments));
        if (leaves.size() > MOST_LEAVES) {
            leaves.removeLast();
        }
    }

    /**
     * The root-most enhanced constructor begins: the object gets its state, if its class is mapped.
     *
     * @param object being constructed
     * @return whether anybody wants the arguments
     */
    public static boolean begin(Enhanced object) {
        EnhancedType type = object.$grapnel$type();
        TypeManager linked = type.manager();
        if (!(linked instanceof ClassManager manager)) {
            return false;
        }
        manager.firstInit();
        if (InstanceTargets.ALL.listeners(InstanceEventKeys.INIT).isEmpty()) {
            manager.prepare();
        }
        manager.setUp(object);
        return !manager.initListeners().isEmpty()
                || !manager.initFailureListeners().isEmpty();
    }

    /**
     * Fires {@code init}.
     *
     * @param object being constructed
     * @param declaring the root-most enhanced class
     * @param arguments of its constructor
     * @return the arguments if any was replaced, else null
     */
    public static @Nullable Object @Nullable [] init(
            Enhanced object, Class<?> declaring, @Nullable Object[] arguments) {
        InstanceState state = ClassManager.requireState(object);
        ClassManager manager = ClassManager.of(state);
        List<@Nullable Object> leafArguments = leafArguments(object.getClass(), arguments);
        InitEvent<Object> event = new InitEvent<>(state, declaring, arguments, leafArguments);
        if (!manager.initFailureListeners().isEmpty()) {
            state.constructionArguments(arguments);
        }
        try {
            fire(manager, event);
        } catch (Throwable refusal) {
            state.constructionFailed(); // the constructor itself did not fail (rule I-1)
            throw refusal;
        }
        return event.isReplaced() ? arguments : null;
    }

    /** Listeners to all classes hear of the object that makes the mappers be configured before that happens, others behind it (rule M-27). */
    private static void fire(ClassManager manager, InitEvent<Object> event) {
        if (!manager.isPreparationDue()) {
            manager.initListeners().fire(event);
            return;
        }
        var first = InstanceTargets.ALL.listeners(InstanceEventKeys.INIT).snapshot();
        first.forEach(registration -> registration.call(event));
        manager.prepare();
        for (Registration<InitEvent<Object>> registration :
                manager.initListeners().snapshot()) {
            if (!first.contains(registration)) {
                registration.call(event);
            }
        }
    }

    private static List<@Nullable Object> leafArguments(Class<?> type, @Nullable Object[] own) {
        Deque<Leaf> leaves = LEAVES.get();
        List<@Nullable Object> found = null;
        while (!leaves.isEmpty() && leaves.peek().type().isAssignableFrom(type)) {
            Leaf leaf = leaves.pop();
            found = java.util.Collections.unmodifiableList(Arrays.asList(leaf.arguments()));
            if (leaf.type() == type) {
                break;
            }
        }
        return found != null ? found : java.util.Collections.unmodifiableList(Arrays.asList(own.clone()));
    }

    /**
     * A constructor of the hierarchy threw; fires {@code init_failure} the first time for the object.
     *
     * @param object being constructed
     * @param declaring the class whose constructor it is
     * @param failure what it threw
     */
    public static void failed(Enhanced object, Class<?> declaring, Throwable failure) {
        InstanceState state = object.$grapnel$state();
        if (state == null || state instanceof ValueState || state.isConstructionFailed()) {
            return;
        }
        state.constructionFailed();
        ClassManager manager = ClassManager.of(state);
        if (!manager.initFailureListeners().isEmpty()) {
            @Nullable Object[] arguments = state.constructionArguments();
            manager.initFailureListeners()
                    .fire(new InitFailureEvent<>(
                            state, arguments == null ? List.of() : Arrays.asList(arguments), failure));
        }
    }

    /**
     * A superclass copied an object, the state slot included: the copy gets a state of its own.
     *
     * @param original what was copied
     * @param copy what {@code super.clone()} returned
     */
    public static void cloned(Object original, @Nullable Object copy) {
        if (copy instanceof Enhanced object && copy != original) {
            Copying.separate(object, original);
        }
    }

    /** The argument to go on with: the replaced one, or the one given. */
    public static @Nullable Object argument(@Nullable Object @Nullable [] replaced, int index, @Nullable Object given) {
        return replaced == null ? given : replaced[index];
    }

    /** The argument to go on with. */
    public static int argument(@Nullable Object @Nullable [] replaced, int index, int given) {
        return replaced == null ? given : primitive(Integer.class, replaced[index], index);
    }

    /** The argument to go on with. */
    public static long argument(@Nullable Object @Nullable [] replaced, int index, long given) {
        return replaced == null ? given : primitive(Long.class, replaced[index], index);
    }

    /** The argument to go on with. */
    public static double argument(@Nullable Object @Nullable [] replaced, int index, double given) {
        return replaced == null ? given : primitive(Double.class, replaced[index], index);
    }

    /** The argument to go on with. */
    public static float argument(@Nullable Object @Nullable [] replaced, int index, float given) {
        return replaced == null ? given : primitive(Float.class, replaced[index], index);
    }

    /** The argument to go on with. */
    public static boolean argument(@Nullable Object @Nullable [] replaced, int index, boolean given) {
        return replaced == null ? given : primitive(Boolean.class, replaced[index], index);
    }

    /** The argument to go on with. */
    public static char argument(@Nullable Object @Nullable [] replaced, int index, char given) {
        return replaced == null ? given : primitive(Character.class, replaced[index], index);
    }

    /** The argument to go on with. */
    public static short argument(@Nullable Object @Nullable [] replaced, int index, short given) {
        return replaced == null ? given : primitive(Short.class, replaced[index], index);
    }

    /** The argument to go on with. */
    public static byte argument(@Nullable Object @Nullable [] replaced, int index, byte given) {
        return replaced == null ? given : primitive(Byte.class, replaced[index], index);
    }

    private static <P> P primitive(Class<P> box, @Nullable Object value, int index) {
        if (box.isInstance(value)) {
            return box.cast(value);
        }
        throw new InvalidArgumentException("Cannot replace argument " + index + " of a constructor by "
                + (value == null ? "null" : "a " + value.getClass().getName()) + ": the parameter is a "
                + MethodType.methodType(box).unwrap().returnType() + ". Give a " + box.getName()
                + " to replaceArgument(…).");
    }
}
