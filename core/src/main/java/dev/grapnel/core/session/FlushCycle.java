package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.flush.Flush;
import dev.grapnel.core.flush.WorkSet;
import dev.grapnel.core.flush.plan.FlushPlan;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.session.workspace.Workspace;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.EventKey;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session's flush from its first event to its last (rules S-18 to S-25): events, and between them the steps of {@link Flush}. */
final class FlushCycle {
    private static final Logger LOG = LoggerFactory.getLogger(FlushCycle.class);

    private final Session session;
    private final Workspace workspace;
    /** Objects that listeners changed while it was too late, each with who did it; usually empty. */
    private Map<InstanceState, String> tooLate = Collections.emptyMap();

    private Station station = Station.NONE;

    /** Where a flush is. */
    private enum Station {
        NONE,
        /** In {@code before_flush}: everything still takes part. */
        BEFORE,
        /** Planning and writing. */
        WRITING,
        /** In {@code after_flush}: all is written and histories are as before. */
        WRITTEN,
        /** Objects are final. */
        FINAL
    }

    FlushCycle(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    boolean isRunning() {
        return station != Station.NONE;
    }

    boolean isWriting() {
        return station == Station.WRITING;
    }

    void run(@Nullable Collection<?> objects) {
        requireNone();
        workspace.lending().prepareFlush();
        if (workspace.isClean()) {
            return;
        }
        station = Station.BEFORE;
        try {
            flushChanges(objects);
        } finally {
            station = Station.NONE;
            tooLate.clear();
        }
    }

    /** Writes in another way than by a flush; the end of the marker around it flushes nothing either (rule Q-25). */
    <R extends @Nullable Object> R instead(Supplier<R> work) {
        requireNone();
        station = Station.BEFORE;
        try {
            return Subtransaction.run(session, work);
        } finally {
            station = Station.NONE;
        }
    }

    private void requireNone() {
        if (isRunning()) {
            throw new InvalidRequestException(
                    "Cannot flush: this session is flushing already. Leave the work to the running flush."
                            + session.rights().blame());
        }
    }

    private void flushChanges(@Nullable Collection<?> objects) {
        Flush flush = new Flush(session);
        try {
            flushChanges(flush, objects);
        } finally {
            flush.end();
        }
    }

    private void flushChanges(Flush flush, @Nullable Collection<?> objects) {
        tellBefore(flush, objects);
        collect(flush, objects);
        if (!flush.hasWork()) {
            return;
        }
        TransactionMarker scope = Subtransaction.begin(session);
        try {
            planAndExecute(flush, scope);
            tell(SessionEventKeys.AFTER_FLUSH, flush, null);
            finish(flush, objects);
            tell(SessionEventKeys.AFTER_FLUSH_POSTEXEC, flush, null);
            scope.commit(false);
        } catch (Throwable failure) {
            Subtransaction.rollBack(scope, failure);
            throw failure;
        }
    }

    /** Listeners may change values inside, too. */
    private void tellBefore(Flush flush, @Nullable Collection<?> objects) {
        if (!session.dispatch().current(SessionEventKeys.BEFORE_FLUSH).isEmpty()) {
            tell(SessionEventKeys.BEFORE_FLUSH, flush, objects);
            workspace.lending().prepareFlush();
        }
    }

    /** Orphans that wait for their insert leave instead. */
    private void collect(Flush flush, @Nullable Collection<?> objects) {
        session.moves().evict(flush.collect(workSet(objects)), false);
    }

    private void planAndExecute(Flush flush, TransactionMarker scope) {
        station = Station.WRITING;
        try {
            FlushPlan plan = flush.plan();
            flush.execute(plan, session.rowWriter(), new ScopeConnections(session, scope));
        } finally {
            station = Station.WRITTEN;
        }
    }

    WorkSet workSet(@Nullable Collection<?> objects) {
        Set<InstanceState> only = null;
        if (objects != null) {
            only = new LinkedHashSet<>();
            for (Object object : objects) {
                only.add(ClassManager.requireState(object));
            }
        }
        return new WorkSet(workspace.newStates(), workspace.dirty(), workspace.markedStates(), only);
    }

    private void tell(EventKey<FlushEvent<Session>> key, Flush flush, @Nullable Collection<?> objects) {
        session.moves().fireFlush(key, flush.context(), objects);
    }

    /** A clean object was changed; if by a listener in the middle of the flush, it is remembered who it was. */
    void changed(InstanceState state) {
        boolean late = station == Station.WRITING || station == Station.WRITTEN;
        if (late && session.rights().isTelling()) {
            if (tooLate.isEmpty()) {
                tooLate = new LinkedHashMap<>();
            }
            tooLate.put(state, session.rights().who());
        }
    }

    /** Moves the objects of a flush to their new states (rule S-23). */
    private void finish(Flush flush, @Nullable Collection<?> objects) {
        session.finishing().finish(flush.finish());
        if (objects == null && workspace.identityMap().hasModified()) {
            List<InstanceState> lost = workspace.identityMap().modified();
            warnOfLost(lost);
            lost.forEach(ValueBooks::commitAll);
        }
        station = Station.FINAL;
    }

    /** Rules S-22, M-12: what is no part of the flush counts as flushed all the same. */
    private void warnOfLost(List<InstanceState> lost) {
        for (InstanceState state : lost) {
            String who = tooLate.get(state);
            LOG.warn(
                    "The changes of {} are not written: it is not part of the flush in which they were made{}."
                            + " Change objects in before_flush, or in after_flush_postexec for the next flush.",
                    state,
                    who == null ? "" : ", by " + who);
        }
    }
}
