package dev.grapnel.core.session;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import org.jspecify.annotations.Nullable;

/** A statement is about to run through a session (rules S-50 to S-53). Fires before the flush and the transaction that it may cause. */
public abstract class OrmExecuteState {
    private final Session session;
    private final StatementKind kind;
    private final @Nullable Mapper mapper;

    /**
     * Made by the backend.
     *
     * @param session the session
     * @param kind what the statement does
     * @param mapper of its entity, or null
     */
    protected OrmExecuteState(Session session, StatementKind kind, @Nullable Mapper mapper) {
        this.session = session;
        this.kind = kind;
        this.mapper = mapper;
    }

    /** The session. */
    public Session session() {
        return session;
    }

    /** What the statement does. */
    public final StatementKind kind() {
        return kind;
    }

    /** The mapper of the statement's entity, or null. */
    public final @Nullable Mapper bindMapper() {
        return mapper;
    }

    /** Whether it reads. */
    public final boolean isSelect() {
        return kind == StatementKind.SELECT;
    }

    /** Whether it reloads columns of an object in memory: expired or deferred ones, or a refresh. */
    public abstract boolean isColumnLoad();

    /** Whether it loads a relationship. */
    public abstract boolean isRelationshipLoad();

    /** The object whose relationship is being loaded on first read, or null. */
    public abstract @Nullable InstanceState lazyLoadedFrom();

    /** The relationship being loaded, as {@code Class.attribute}, or null. */
    public abstract @Nullable String loaderPath();
}
