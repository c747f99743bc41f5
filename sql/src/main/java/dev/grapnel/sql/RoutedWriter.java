package dev.grapnel.sql;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.store.KeyUpdate;
import dev.grapnel.core.store.LinkChanges;
import dev.grapnel.core.store.RowForecast;
import dev.grapnel.core.store.RowWriter;
import dev.grapnel.core.store.SaveItem;
import dev.grapnel.core.store.WriteScope;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.persist.TableWriter;
import java.util.List;

/** Writes rows with the writer of the engine on whose connection they go. */
final class RoutedWriter implements RowWriter {
    private final SessionFactory factory;

    RoutedWriter(SessionFactory factory) {
        this.factory = factory;
    }

    private TableWriter on(WriteScope scope) {
        return factory.room(scope.connection().unwrap(Engine.class)).writer();
    }

    @Override
    public void save(Mapper base, List<SaveItem> updates, List<SaveItem> inserts, WriteScope scope) {
        on(scope).save(base, updates, inserts, scope);
    }

    @Override
    public void delete(Mapper base, List<InstanceState> states, WriteScope scope) {
        on(scope).delete(base, states, scope);
    }

    @Override
    public void postUpdate(Mapper base, KeyUpdate update, WriteScope scope) {
        on(scope).postUpdate(base, update, scope);
    }

    @Override
    public void link(Relationship relationship, LinkChanges changes, WriteScope scope) {
        on(scope).link(relationship, changes, scope);
    }

    @Override
    public RowForecast forecast() {
        return TableWriter.tableForecast();
    }
}
