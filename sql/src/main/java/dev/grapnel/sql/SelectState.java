package dev.grapnel.sql;

import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.load.LoadRequest;
import org.jspecify.annotations.Nullable;

/** A SELECT of entities, as {@code do_orm_execute} shows it. */
final class SelectState extends OrmExecuteState {
    private final LoadRequest request;

    SelectState(Session session, LoadRequest request) {
        super(session, StatementKind.SELECT, request.mapper());
        this.request = request;
    }

    @Override
    protected OrmExecuteState again() {
        return new SelectState((Session) session(), request);
    }

    @Override
    public boolean isColumnLoad() {
        return request.columnLoad();
    }

    @Override
    public boolean isRelationshipLoad() {
        return request.relationship() != null;
    }

    @Override
    public @Nullable InstanceState lazyLoadedFrom() {
        return request.lazyFrom();
    }

    @Override
    public @Nullable String loaderPath() {
        Relationship relationship = request.relationship();
        return relationship == null ? null : relationship.toString();
    }
}
