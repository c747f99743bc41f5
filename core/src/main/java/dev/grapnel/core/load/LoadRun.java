package dev.grapnel.core.load;

import dev.grapnel.core.instrument.LoadContext;
import dev.grapnel.core.state.InstanceState;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The reading of one result. Its number is the load context of the objects it meets (rule G-28). */
public final class LoadRun implements LoadContext {
    private enum Purpose {
        STATEMENT,
        FIRST_READ,
        REFRESH
    }

    private int number;
    private int age;
    private final LoadSession session;
    private final Purpose purpose;
    private boolean populateExisting;
    private final @Nullable Object source;
    /** Made for the first, as the next one. */
    private Map<PostLoad, LaterOwners> postLoads = Collections.emptyMap();

    private Set<PostLoad> ofSeveralClasses = Collections.emptySet();
    private Map<Object, Object> memos = Collections.emptyMap();
    private @Nullable IdentityHashMap<InstanceState, Set<String>> partials;
    private @Nullable PostLoad latestLoader;
    private @Nullable LaterOwners latestOwners;

    private LoadRun(LoadSession session, Purpose purpose, boolean populateExisting, @Nullable Object source) {
        this.session = session;
        this.number = session.loadNumbers().next();
        this.age = session.loadNumbers().age();
        this.purpose = purpose;
        this.populateExisting = populateExisting;
        this.source = source;
    }

    /**
     * Begins the result of a statement.
     *
     * @param session whose statement it is
     * @param populateExisting whether values in memory are overwritten (rule G-3)
     * @param source what the backend wants to know of the statement while its rows are read, or null
     * @return the result
     */
    public static LoadRun ofStatement(LoadSession session, boolean populateExisting, @Nullable Object source) {
        return new LoadRun(session, Purpose.STATEMENT, populateExisting, source);
    }

    /**
     * Begins the result of a relationship on its first read. It leaves the relationships of objects in memory alone.
     *
     * @param session whose statement it is
     * @param source what the backend wants to know of the statement while its rows are read, or null
     * @return the result
     */
    public static LoadRun ofFirstRead(LoadSession session, @Nullable Object source) {
        return new LoadRun(session, Purpose.FIRST_READ, false, source);
    }

    /**
     * Begins the result that one object is reloaded from. Relationships that come by statements of their own are loaded one by one.
     *
     * @param session whose statement it is
     * @param source what the backend wants to know of the statement while its rows are read, or null
     * @return the result
     */
    public static LoadRun ofRefresh(LoadSession session, @Nullable Object source) {
        return new LoadRun(session, Purpose.REFRESH, false, source);
    }

    // ---- relationships that are loaded afterwards ----

    /** An object of the result gets more when it has been read; what was said of it last counts. */
    void loadLater(InstanceState state, PostLoad loader, boolean overwrite) {
        owners(loader).add(state.requireObject(), overwrite);
    }

    /** As {@link #loadLater}, for an object that was just made. */
    void loadLaterForNew(InstanceState state, PostLoad loader) {
        owners(loader).addNew(state.requireObject());
    }

    private LaterOwners owners(PostLoad loader) {
        LaterOwners owners = latestOwners;
        if (owners == null || latestLoader != loader) {
            if (postLoads.isEmpty()) {
                postLoads = new LinkedHashMap<>();
            }
            owners = postLoads.computeIfAbsent(loader, unused -> new LaterOwners());
            latestLoader = loader;
            latestOwners = owners;
        }
        return owners;
    }

    /** Rows are of a subclass, for whose objects the same is loaded later. */
    void ofSeveralClasses(List<PostLoad> loaders) {
        for (PostLoad loader : loaders) {
            if (loader.ofSeveralClasses() != loader) {
                ofSeveralClasses = ofSeveralClasses.isEmpty() ? new HashSet<>() : ofSeveralClasses;
                ofSeveralClasses.add(loader);
            }
        }
    }

    /** Loads what is to be in memory with the objects of the result; called when its rows have been read. */
    public void finish() {
        if (!postLoads.isEmpty()) {
            session.postLoads().add(this, ofSeveralClasses.isEmpty() ? postLoads : byClasses());
        }
    }

    private Map<PostLoad, LaterOwners> byClasses() {
        Map<PostLoad, LaterOwners> all = new LinkedHashMap<>();
        postLoads.forEach((loader, owners) ->
                all.put(ofSeveralClasses.contains(loader) ? loader.ofSeveralClasses() : loader, owners));
        return all;
    }

    // ---- what it is ----

    int number() {
        if (age != session.loadNumbers().age()) {
            number = session.loadNumbers().next();
            age = session.loadNumbers().age();
        }
        return number;
    }

    /** The session. */
    public LoadSession session() {
        return session;
    }

    @Override
    public boolean isPopulateExisting() {
        return populateExisting;
    }

    /**
     * Says anew whether values in memory are overwritten, before the rows come.
     *
     * @param wanted whether they are
     */
    public void populateExisting(boolean wanted) {
        this.populateExisting = wanted;
    }

    /** Whether one object is being reloaded. */
    public boolean isRefresh() {
        return purpose == Purpose.REFRESH;
    }

    /** Whether the relationships that the statement brings are looked at for objects that were in memory too. */
    boolean reachesKnownObjects() {
        return purpose != Purpose.FIRST_READ;
    }

    /** What the backend wants to know of the statement while its rows are read, or null. */
    public @Nullable Object source() {
        return source;
    }

    /** The attributes that the result has filled of an object that was in memory before, or null if it has met none such. */
    @Nullable Set<String> partial(InstanceState state) {
        return partials == null ? null : partials.get(state);
    }

    /** Notes which attributes the result fills of an object that was in memory before. */
    void partial(InstanceState state, Set<String> filled) {
        if (partials == null) {
            partials = new IdentityHashMap<>();
        }
        partials.put(state, filled);
    }

    /**
     * What several readers of the result share.
     *
     * @param key with equality
     * @param make makes it if it is not there
     * @param <M> one type for each key
     * @return what is there
     */
    @SuppressWarnings("unchecked") // one type for each key
    public <M> M memo(Object key, Supplier<M> make) {
        if (memos.isEmpty()) {
            memos = new HashMap<>();
        }
        return (M) memos.computeIfAbsent(key, unused -> make.get());
    }
}
