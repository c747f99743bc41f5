package dev.grapnel.sql.load;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.core.load.PostLoad;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Select;
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
        for (int from = 0; from < owners.size(); from += KeyList.MOST) {
            loadSome(owning, owners.subList(from, Math.min(owners.size(), from + KeyList.MOST)));
        }
    }

    private void loadSome(LoadRun owning, List<Owner> owners) {
        LoadingSession session = (LoadingSession) owning.session();
        SelectShape shape = SelectShape.ofSubclass(mapper, asked);
        LoadRun run = LoadRun.ofStatement(session, owning.isPopulateExisting(), null);
        EntityLoader<RowCursor> loader = new EntityLoader<>(run, shape.plan(), null, null);
        session.announced(
                LoadRequest.ofEntity(
                        mapper, true, LoadRequest.where(owners.get(0).state().token())),
                () -> {
                    KeyList keys = KeyList.of(session.dialect(), shape.keyColumns(), keysOf(owners));
                    return session.read(statement(shape, keys), LoadingSession.objects(loader));
                });
        run.finish();
    }

    private SelectStatement statement(SelectShape shape, KeyList keys) {
        return new SelectStatement(
                new Shape(shape, keys.places()),
                () -> select(shape, keys.withPlaceholders()),
                shape.types(),
                keys.parameters());
    }

    private static Select<?> select(SelectShape shape, KeyFilter keys) {
        return DSL.select(shape.fields())
                .from(keys.from(shape.ownTables()))
                .where(keys.where())
                .and(shape.restriction());
    }

    private static List<Object> keysOf(List<Owner> owners) {
        List<Object> keys = new ArrayList<>(owners.size());
        for (Owner owner : owners) {
            List<Object> parts = owner.state().requireKey().parts();
            keys.add(parts.size() == 1 ? parts.get(0) : parts);
        }
        return keys;
    }

    private record Shape(SelectShape of, int places) {}
}
