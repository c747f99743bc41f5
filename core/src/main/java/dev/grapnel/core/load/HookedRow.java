package dev.grapnel.core.load;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the rows of a result in which the application has hooks; there is none in any other.
 *
 * @param <R> the row
 */
final class HookedRow<R> {
    private final Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> appended = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable R row;
    private @Nullable ClassInResult<R> type;
    private boolean madeByHook;

    /** Takes the row as the hooks of the class asked for, and those of its own class, leave it. */
    ClassInResult<R> translate(R given, EntityPlan<R> plan, EntityLoader<R> loader) {
        RowHooks<R> asked = loader.prepared(plan).hooks();
        R now = asked == null ? given : asked.translate(given);
        ClassInResult<R> actual = loader.prepared(plan.forRow(now));
        RowHooks<R> own = actual.plan() == plan ? null : actual.hooks();
        row = own == null ? now : own.translate(now);
        type = actual;
        return actual;
    }

    /** The row that is being read, as hooks left it. */
    @SuppressWarnings("NullAway") // one was translated before
    R row() {
        return row;
    }

    /** Whether the object being filled was made by a hook, perhaps with values. */
    boolean isMadeByHook() {
        return madeByHook;
    }

    void madeByHook(boolean made) {
        this.madeByHook = made;
    }

    /** How rows of one class fill an object that a hook may have made of another. */
    static <R> ClassInResult<R> filling(ClassInResult<R> actual, InstanceState state, EntityLoader<R> loader) {
        return state.manager() == actual.manager() || actual.hooks() == null
                ? actual
                : loader.prepared(actual.plan().forObjectsOf(Mapper.of(state)));
    }

    /** Puts the object of the row into a result, unless a hook wants otherwise or it is there already. */
    void append(Object object, List<Object> result) {
        InstanceState state = ClassManager.requireState(object);
        RowHooks<R> hooks = type == null ? null : type.hooks();
        boolean wanted = hooks == null || hooks.appends(row(), state, met.add(object), result);
        if (wanted && appended.add(object)) {
            result.add(object);
        }
    }

    /** Whether its objects went into a result by {@link #append}, once each. */
    boolean isAppending() {
        return !met.isEmpty() || !appended.isEmpty();
    }
}
