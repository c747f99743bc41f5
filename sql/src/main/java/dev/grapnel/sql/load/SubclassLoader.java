package dev.grapnel.sql.load;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.load.PostLoad;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Brings the columns of a subclass for objects of it that came by a query for a superclass, by one statement for up to 500 of them
 * (rule G-23).
 *
 * @param mapper of the subclass
 * @param asked of the superclass, whose columns are there
 */
record SubclassLoader(TableMapper mapper, TableMapper asked) implements PostLoad {
    private static final int MOST_KEYS = 500;

    @Override
    public boolean isWanted(@Nullable Set<String> only) {
        return only == null;
    }

    /** One object is reloaded with all columns of its class. */
    @Override
    public @Nullable PostLoad onRefresh() {
        return null;
    }

    @Override
    public void load(LoadRun owning, List<Owner> owners) {
        for (int from = 0; from < owners.size(); from += MOST_KEYS) {
            loadSome(owning, owners.subList(from, Math.min(owners.size(), from + MOST_KEYS)));
        }
    }

    private void loadSome(LoadRun owning, List<Owner> owners) {
        LoadingSession session = (LoadingSession) owning.session();
        SelectShape shape = SelectShape.ofSubclass(mapper, asked);
        LoadRun run = LoadRun.ofStatement(session, owning.isPopulateExisting(), null);
        EntityLoader<RowCursor> loader = new EntityLoader<>(run, shape.plan(), null, null);
        session.announced(
                LoadRequest.ofEntity(mapper, true),
                () -> session.readOnce(
                        () -> new Selection(
                                DSL.select(shape.fields())
                                        .from(shape.ownTables())
                                        .where(keys(shape.keyColumns(), owners))
                                        .and(shape.restriction()),
                                shape.types()),
                        LoadingSession.objects(loader)));
        run.finish();
    }

    private static Condition keys(List<Column> columns, List<Owner> owners) {
        if (columns.size() == 1) {
            return columns.get(0)
                    .field()
                    .in(owners.stream()
                            .map(owner -> parts(columns, owner.state())[0])
                            .toArray(Field<?>[]::new));
        }
        List<RowN> rows = new ArrayList<>();
        for (Owner owner : owners) {
            rows.add(DSL.row(parts(columns, owner.state())));
        }
        return DSL.row(columns.stream().map(Column::field).toArray(Field<?>[]::new))
                .in(rows);
    }

    private static Field<?>[] parts(List<Column> columns, InstanceState state) {
        Field<?>[] parts = new Field<?>[columns.size()];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = DSL.val(state.requireKey().part(at), columns.get(at).field());
        }
        return parts;
    }
}
