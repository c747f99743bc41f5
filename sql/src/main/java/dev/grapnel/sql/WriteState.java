package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A set-based statement that writes, as {@code do_orm_execute} shows it. */
final class WriteState extends OrmExecuteState {
    private final boolean rows;

    /**
     * A statement.
     *
     * @param session the session
     * @param kind INSERT, UPDATE or DELETE
     * @param mapper of the class whose rows are written
     * @param rows whether it gives rows, instead of their number
     */
    WriteState(Session session, StatementKind kind, TableMapper mapper, boolean rows) {
        super(session, kind, mapper);
        this.rows = rows;
    }

    @Override
    protected OrmExecuteState again() {
        return new WriteState(
                (Session) session(), kind(), (TableMapper) Objects.requireNonNull(bindMapper(), "mapper"), rows);
    }

    @Override
    protected Class<?> resultType() {
        return rows ? List.class : super.resultType();
    }

    @Override
    public boolean isColumnLoad() {
        return false;
    }

    @Override
    public boolean isRelationshipLoad() {
        return false;
    }

    @Override
    public @Nullable InstanceState lazyLoadedFrom() {
        throw new InvalidRequestException(
                "Cannot ask for the object that a statement loads for: this one writes. Look at isSelect() first.");
    }

    @Override
    public @Nullable String loaderPath() {
        return null;
    }
}
