package dev.grapnel.core.session;

/**
 * How a session behaves. Immutable.
 *
 * <pre>{@code
 * SessionFactory.of(engine, registry, SessionOptions.DEFAULT.withAutoflush(false));
 * }</pre>
 *
 * @param autoflush whether a flush precedes queries
 * @param expireOnCommit whether objects are expired by a commit
 * @param autobegin whether a transaction begins by itself on first use
 * @param reusable whether a closed session may be used again; if not, every use after {@link Session#close} is refused (rule S-32)
 */
public record SessionOptions(boolean autoflush, boolean expireOnCommit, boolean autobegin, boolean reusable) {
    /** All on. */
    public static final SessionOptions DEFAULT = new SessionOptions(true, true, true, true);

    /**
     * The same with or without the flush before queries.
     *
     * @param on whether a flush precedes queries
     * @return the options
     */
    public SessionOptions withAutoflush(boolean on) {
        return new SessionOptions(on, expireOnCommit, autobegin, reusable);
    }

    /**
     * The same with or without expiry on commit.
     *
     * @param on whether objects are expired by a commit, so that the next read sees what others wrote
     * @return the options
     */
    public SessionOptions withExpireOnCommit(boolean on) {
        return new SessionOptions(autoflush, on, autobegin, reusable);
    }

    /**
     * The same with or without transactions that begin by themselves.
     *
     * @param on whether they do; if not, {@link Session#begin} comes first
     * @return the options
     */
    public SessionOptions withAutobegin(boolean on) {
        return new SessionOptions(autoflush, expireOnCommit, on, reusable);
    }

    /**
     * The same with sessions that may be used again after they were closed, or not.
     *
     * @param on whether they may
     * @return the options
     */
    public SessionOptions withReusable(boolean on) {
        return new SessionOptions(autoflush, expireOnCommit, autobegin, on);
    }
}
