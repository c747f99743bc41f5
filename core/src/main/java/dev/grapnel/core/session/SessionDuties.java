package dev.grapnel.core.session;

import dev.grapnel.core.flush.plan.FlushSession;
import dev.grapnel.core.load.LoadContextGuard;
import dev.grapnel.core.load.LoadNumbers;
import dev.grapnel.core.load.LoadSession;
import dev.grapnel.core.load.PostLoadQueue;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.guard.Rights;
import dev.grapnel.core.session.workspace.Workspace;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.Listeners;
import dev.grapnel.events.Registration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What flushing, loading, and the states of its objects ask of a session, and the parts that do its work. Programs call {@link Session}. */
abstract sealed class SessionDuties implements FlushSession, LoadSession permits Session {
    private final Session self = (Session) this;
    private final Dispatch dispatch;
    private final Rights rights = new Rights();
    private final Workspace workspace = new Workspace();
    private final LoadNumbers loadNumbers =
            new LoadNumbers(() -> workspace.identityMap().objects());
    private final PostLoadQueue postLoads = new PostLoadQueue();
    private final TransactionTree transactions = new TransactionTree(self);
    private final LifecycleMoves moves;
    private final Attaching attaching;
    private final Leaving leaving;
    private final Finishing finishing;
    private final Restoring restoring;
    private final FlushCycle cycle;

    SessionDuties(Dispatch dispatch) {
        this.dispatch = dispatch;
        this.moves = new LifecycleMoves(self, dispatch);
        this.attaching = new Attaching(self, workspace);
        this.leaving = new Leaving(self, workspace);
        this.finishing = new Finishing(self, moves, workspace);
        this.restoring = new Restoring(self, moves, workspace);
        this.cycle = new FlushCycle(self, workspace);
    }

    // ---- the parts ----

    /** The listeners. */
    public final Dispatch dispatch() {
        return dispatch;
    }

    final Rights rights() {
        return rights;
    }

    final Workspace workspace() {
        return workspace;
    }

    final TransactionTree transactions() {
        return transactions;
    }

    final LifecycleMoves moves() {
        return moves;
    }

    final Attaching attaching() {
        return attaching;
    }

    final Leaving leaving() {
        return leaving;
    }

    final Finishing finishing() {
        return finishing;
    }

    final Restoring restoring() {
        return restoring;
    }

    final FlushCycle cycle() {
        return cycle;
    }

    // ---- what states report ----

    @Override
    public final void firstModification(InstanceState state) {
        boolean first = !workspace.identityMap().hasModified();
        workspace.identityMap().markModified(state);
        if (cycle.isRunning()) {
            cycle.changed(state);
        }
        if (first && !transactions.isOpen()) {
            transactions.begun();
        }
    }

    @Override
    public final void noLongerModified(InstanceState state) {
        workspace.identityMap().markClean(state);
    }

    @Override
    public final void lending(InstanceState state) {
        workspace.lending().add(state);
    }

    // ---- what is here ----

    @Override
    public final boolean containsState(InstanceState state) {
        return state.owner() == this && workspace.contains(state);
    }

    @Override
    public final boolean isMarked(InstanceState state) {
        return workspace.isMarked(state);
    }

    @Override
    public final boolean isNew(InstanceState state) {
        return workspace.isNew(state);
    }

    @Override
    public final @Nullable Enhanced inMemory(IdentityKey key) {
        return workspace.identityMap().get(key);
    }

    @Override
    public final @Nullable Enhanced inMemory(Class<?> root, Object value) {
        return workspace.identityMap().get(root, value);
    }

    @Override
    public final @Nullable IdentityKey identityKey(InstanceState state) {
        IdentityKey key = Mapper.of(state).identityKey(state);
        return key == null || state.hasKey() ? key : key.withToken(tokenFor(state));
    }

    /** The token of the key that a new object is going to have. */
    abstract @Nullable String tokenFor(InstanceState state);

    @Override
    public final void forgetCollected() {
        workspace.identityMap().sweep();
    }

    @Override
    public final Collection<Enhanced> persistentObjects() {
        return workspace.identityMap().objects();
    }

    // ---- coming and going by cascades ----

    @Override
    public final void saveOrUpdate(InstanceState state) {
        attaching.saveOrUpdate(state);
    }

    @Override
    public final void evict(InstanceState state) {
        leaving.evict(state);
    }

    // ---- flushing ----

    @Override
    public final boolean wasAlreadyDeleted(InstanceState state) {
        return finishing.wasAlreadyDeleted(state);
    }

    @Override
    public final boolean isWriting() {
        return cycle.isWriting();
    }

    @Override
    public final void warnDuringFlush(String operation) {
        if (cycle.isWriting()) {
            rights.warnDuringFlush(operation);
        }
    }

    final void warnDuringFlush(String operation, InstanceState state) {
        if (cycle.isWriting()) {
            rights.warnDuringFlush(operation + state);
        }
    }

    @Override
    public final void telling(Listeners<?> listeners, @Nullable InstanceState about) {
        rights.telling(listeners, about);
    }

    @Override
    public final void told() {
        rights.told();
    }

    // ---- loading ----

    @Override
    public final boolean tellsLoadedAsPersistent() {
        return !dispatch.current(SessionEventKeys.LOADED_AS_PERSISTENT).isEmpty();
    }

    @Override
    public final void loadedAsPersistent(InstanceState state) {
        Listeners<ObjectEvent<Session>> listeners = dispatch.current(SessionEventKeys.LOADED_AS_PERSISTENT);
        if (listeners.isEmpty()) {
            return;
        }
        rights.telling(listeners, state);
        try {
            for (Registration<ObjectEvent<Session>> registration : listeners.snapshot()) {
                LoadContextGuard.call(registration, new ObjectEvent<>(self, state, false), state);
            }
        } finally {
            rights.told();
        }
    }

    @Override
    public final LoadNumbers loadNumbers() {
        return loadNumbers;
    }

    @Override
    public final PostLoadQueue postLoads() {
        return postLoads;
    }

    @Override
    public final void joinLoaded(InstanceState state) {
        state.owner(this);
        workspace.identityMap().replace(state);
        workspace.lending().add(state);
    }
}
