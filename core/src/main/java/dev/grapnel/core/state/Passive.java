package dev.grapnel.core.state;

/**
 * How far reading an attribute may go: flags that add up.
 *
 * <p>The named sums are the ones the engine uses; a listener's read uses {@link #OFF}.
 */
public final class Passive {
    /** Loaders may be called. */
    public static final int CALLABLES_OK = 1;
    /** SQL may be sent. */
    public static final int SQL_OK = 1 << 1;
    /** A related object may be fetched, not only found in memory. */
    public static final int RELATED_OBJECT_OK = 1 << 2;
    /** A value that was never set may be initialised. */
    public static final int INIT_OK = 1 << 3;
    /** The object need not be persistent. */
    public static final int NON_PERSISTENT_OK = 1 << 4;
    /** Keys are taken as they were before changes. */
    public static final int LOAD_AGAINST_COMMITTED = 1 << 5;
    /** Loading does not flush first. */
    public static final int NO_AUTOFLUSH = 1 << 6;
    /** A loader that raises gives no result instead. */
    public static final int NO_RAISE = 1 << 7;
    /** The former value of a reference is being looked up, whatever its present one is. */
    public static final int DEFERRED_HISTORY_LOAD = 1 << 8;
    /** Changes queued for a collection that is not loaded are included. */
    public static final int INCLUDE_PENDING_MUTATIONS = 1 << 9;

    /** An ordinary read. */
    public static final int OFF = RELATED_OBJECT_OK | INIT_OK | CALLABLES_OK | SQL_OK | NON_PERSISTENT_OK;
    /** An ordinary read that answers with a marker where there is no value. */
    public static final int RETURN_NO_VALUE = OFF ^ INIT_OK;
    /** Only what is in memory. */
    public static final int NO_INITIALIZE = RETURN_NO_VALUE ^ CALLABLES_OK;
    /** Loaders may look into memory but not send SQL. */
    public static final int NO_FETCH = OFF ^ SQL_OK;
    /** SQL for the object itself, none for related ones. */
    public static final int NO_FETCH_RELATED = OFF ^ RELATED_OBJECT_OK;
    /** Only for persistent objects. */
    public static final int ONLY_PERSISTENT = OFF ^ NON_PERSISTENT_OK;
    /** As merge reads. */
    public static final int MERGE = OFF | NO_RAISE;

    private Passive() {}

    /** Whether all of some flags are set. */
    public static boolean allows(int flags, int wanted) {
        return (flags & wanted) == wanted;
    }
}
