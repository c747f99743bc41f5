package dev.grapnel.core.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is found out once for the objects of one class in a result, so that nothing has to be asked for each row.
 *
 * @param <R> the row
 */
final class ClassInResult<R> {
    private static final int NOT_SHARED = -1;

    private final EntityPlan<R> plan;
    private final ClassManager manager;
    private final Class<?> root;
    private final boolean plainKey;
    private final int sharedKey;
    private final @Nullable Object origin;
    private final List<EagerReader<R>> readers;
    private final List<PostLoad> postLoads;
    private final List<AttributeTracker> expiring;
    private final boolean tellLoad;
    private final boolean tellLoaded;
    private final boolean tellRefresh;
    private final @Nullable RowHooks<R> hooks;

    /** For whom there are listeners is found out now (rule E-29). */
    ClassInResult(EntityPlan<R> plan, LoadRun run, @Nullable Set<String> only) {
        this.plan = plan;
        this.manager = plan.mapper().manager();
        this.root = manager.identityRoot();
        this.plainKey = plan.hasPlainKey();
        this.sharedKey = sharedKey(plan.mapper().keyAttributes());
        this.origin = plan.origin();
        this.readers = plan.readers(run);
        this.postLoads = postLoads(plan, run, only);
        this.expiring = expiring(plan, only);
        Dispatch dispatch = manager.dispatch();
        this.tellLoad = !dispatch.listeners(InstanceEventKeys.LOAD).isEmpty();
        this.tellLoaded = run.session().tellsLoadedAsPersistent();
        this.tellRefresh = !dispatch.listeners(InstanceEventKeys.REFRESH).isEmpty();
        this.hooks = plan.hooks(run);
    }

    /** A primitive field would give a new box each time it is asked. */
    private static int sharedKey(List<AttributeTracker> parts) {
        return parts.size() == 1 && !parts.get(0).isPrimitive() ? parts.get(0).index() : NOT_SHARED;
    }

    private static List<PostLoad> postLoads(EntityPlan<?> plan, LoadRun run, @Nullable Set<String> only) {
        List<PostLoad> all = plan.postLoads(run);
        if (all.isEmpty() || (only == null && !run.isRefresh())) {
            return all;
        }
        List<PostLoad> wanted = new ArrayList<>(all.size());
        for (PostLoad loader : all) {
            PostLoad used = run.isRefresh() ? loader.onRefresh() : loader;
            if (used != null && used.isWanted(only)) {
                wanted.add(used);
            }
        }
        return wanted;
    }

    private static List<AttributeTracker> expiring(EntityPlan<?> plan, @Nullable Set<String> only) {
        return only == null
                ? plan.expiring()
                : plan.expiring().stream()
                        .filter(attribute -> only.contains(attribute.name()))
                        .toList();
    }

    EntityPlan<R> plan() {
        return plan;
    }

    ClassManager manager() {
        return manager;
    }

    Class<?> root() {
        return root;
    }

    boolean plainKey() {
        return plainKey;
    }

    @Nullable Object origin() {
        return origin;
    }

    List<EagerReader<R>> readers() {
        return readers;
    }

    List<PostLoad> postLoads() {
        return postLoads;
    }

    List<AttributeTracker> expiring() {
        return expiring;
    }

    boolean tellLoad() {
        return tellLoad;
    }

    boolean tellLoaded() {
        return tellLoaded;
    }

    boolean tellRefresh() {
        return tellRefresh;
    }

    /** The hooks of the application in its rows; null in nearly all results. */
    @Nullable RowHooks<R> hooks() {
        return hooks;
    }

    /** Whether a row is to fill an object. */
    boolean fills(R row, InstanceState state, boolean first, @Nullable Set<String> only) {
        return hooks == null || hooks.fills(row, state, first, only);
    }

    void loadLater(LoadRun run, InstanceState state, boolean overwrite) {
        for (int at = 0; at < postLoads.size(); at++) {
            run.loadLater(state, postLoads.get(at), overwrite);
        }
    }

    void loadLaterForNew(LoadRun run, InstanceState state) {
        for (int at = 0; at < postLoads.size(); at++) {
            run.loadLaterForNew(state, postLoads.get(at));
        }
    }

    /** A new object with its state. */
    Enhanced newInstance() {
        return manager.newInstance();
    }

    /** The value of the key was read twice, for the key and for the field: one of the two is enough. */
    void shareKey(InstanceState state) {
        if (sharedKey != NOT_SHARED) {
            state.shareIdentity(sharedKey);
        }
    }
}
