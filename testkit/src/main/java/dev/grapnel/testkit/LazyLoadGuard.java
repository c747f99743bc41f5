package dev.grapnel.testkit;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.Session;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Fails a block that loads one relationship of object after object, each by a statement of its own (the <em>N+1 problem</em>).
 *
 * <pre>{@code
 * try (LazyLoadGuard guard = LazyLoadGuard.on(sessions, 1)) {
 *     shop.printOrders();
 * }
 * }</pre>
 *
 * <p>It counts, for each session by itself, how often a relationship is loaded on first read. The load that is one too many fails at once with an
 * {@link AssertionError}, before its statement is sent: the stack trace shows the read, the message tells how to load the relationship with
 * its owners. A relationship that is loaded for many owners by one statement, or is in memory, is not counted. Thread-safe.
 */
public final class LazyLoadGuard implements AutoCloseable {
    private final int allowed;
    private final boolean reloadsToo;
    private final IdentityHashMap<Session, Map<String, List<String>>> seen = new IdentityHashMap<>();
    private final Subscription subscription;

    private LazyLoadGuard(EventTarget<? extends SessionEvents<?>> sessions, int allowed, boolean reloadsToo) {
        if (allowed < 0) {
            throw new IllegalArgumentException("Cannot allow " + allowed + " lazy loads: give 0 or more.");
        }
        this.allowed = allowed;
        this.reloadsToo = reloadsToo;
        this.subscription = Events.on(sessions).doOrmExecute(this::count);
    }

    /**
     * Begins to count first reads of relationships.
     *
     * @param sessions a session, or a factory for all its sessions
     * @param allowed how often each relationship may be loaded on first read in one session; 0 forbids it
     * @return the guard; closing it ends the counting
     */
    public static LazyLoadGuard on(EventTarget<? extends SessionEvents<?>> sessions, int allowed) {
        return new LazyLoadGuard(sessions, allowed, false);
    }

    /**
     * As {@link #on}, and counts reloads of the columns of objects too: those that are expired, as after a commit, and those left out by the
     * query. A call of {@code refresh} counts as well.
     *
     * @param sessions a session, or a factory for all its sessions
     * @param allowed how often each relationship may be loaded on first read in one session, and columns of each class reloaded
     * @return the guard; closing it ends the counting
     */
    public static LazyLoadGuard withReloads(EventTarget<? extends SessionEvents<?>> sessions, int allowed) {
        return new LazyLoadGuard(sessions, allowed, true);
    }

    private void count(OrmExecuteState statement) {
        if (statement.isRelationshipLoad() && statement.isSelect()) {
            InstanceState owner = statement.lazyLoadedFrom();
            String path = statement.loaderPath();
            if (owner != null && path != null) {
                require(note(statement.session(), path, owner.toString()), () -> advice(owner, path));
            }
        } else if (reloadsToo && statement.isColumnLoad() && statement.bindMapper() != null) {
            String type = statement.bindMapper().type().getSimpleName();
            require(note(statement.session(), type, type), () -> reloadAdvice(type));
        }
    }

    private synchronized List<String> note(Session session, String what, String owner) {
        List<String> owners = seen.computeIfAbsent(session, unused -> new TreeMap<>())
                .computeIfAbsent(what, unused -> new ArrayList<>());
        owners.add(owner);
        return List.copyOf(owners);
    }

    private void require(List<String> loads, Supplier<String> message) {
        if (loads.size() > allowed) {
            throw new AssertionError(message.get() + " Loads in this session, for: " + loads + '.');
        }
    }

    private String advice(InstanceState owner, String path) {
        String attribute = path.substring(path.lastIndexOf('.') + 1);
        Mapper mapper = Mapper.of(owner);
        Relationship relationship = mapper.relationship(attribute);
        String type = mapper.type().getSimpleName();
        String strategy = relationship.isCollection() ? "SELECTIN" : "JOINED";
        return path + " was loaded by a statement of its own " + timesTooOften()
                + ". Load it with its owners: session.query(" + type + ".class).load(LoadStrategy." + strategy + ", "
                + type + "_." + attribute + "), or map it with @Load(LoadStrategy." + strategy + ").";
    }

    private String reloadAdvice(String type) {
        return "Columns of " + type + " were reloaded by a statement of its own " + timesTooOften()
                + ". Query the objects again by one statement, undefer the columns in the query, or keep values over a"
                + " commit with SessionOptions.withExpireOnCommit(false).";
    }

    private String timesTooOften() {
        return "more often than the " + allowed + (allowed == 1 ? " time" : " times") + " allowed";
    }

    /** Ends the counting. Closing twice is harmless. */
    @Override
    public void close() {
        subscription.close();
    }
}
