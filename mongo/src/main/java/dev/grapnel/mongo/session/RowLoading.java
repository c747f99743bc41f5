package dev.grapnel.mongo.session;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.instrument.LoadEvent;
import dev.grapnel.core.instrument.RefreshEvent;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Listeners;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.command.StoredRow;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentState;
import dev.grapnel.mongo.mapping.Row;
import dev.grapnel.mongo.session.workspace.Identities;
import dev.grapnel.mongo.session.workspace.WorkEntry;
import java.util.Objects;

/** Makes objects of documents, one for each document (statements ODM-I2, ODM-I3). */
final class RowLoading {
    private final SessionParts parts;

    RowLoading(SessionParts parts) {
        this.parts = parts;
    }

    /**
     * The object of a document: the known one with its unsaved changes, or one that is made of it.
     *
     * @param document as it is stored
     * @param mapper of the class that was asked for
     * @param options how rows become objects
     * @return the object
     */
    Object load(StoredRow document, DocumentMapper mapper, FindOptions options) {
        Row row = mapper.read(document, options);
        Identities.Key key = Identities.key(row.mapper(), row.id());
        WorkEntry known = parts.identities().find(key);
        if (known == null) {
            return make(row, key);
        }
        if (options.refreshing() || known.state.isExpired()) {
            refresh(known.state, row);
        }
        return known.object;
    }

    private Object make(Row row, Identities.Key key) {
        Enhanced object = row.detached();
        InstanceState state = Objects.requireNonNull(ClassManager.stateOf(object));
        DocumentState<?> loaded = row.mapper().stateOf(state);
        parts.members().take(object, loaded, key);
        tellLoaded(row.mapper(), state);
        parts.moves().loaded(state);
        loaded.toldLoaded();
        return object;
    }

    /** Replaces the values of an object by those of its document; it is clean then (statement ODM-S10). */
    void refresh(DocumentState<?> known, Row row) {
        if (row.mapper() != known.mapper()) {
            return; // the document became one of another class: the object keeps what it has
        }
        row.populate(known.instanceState());
        known.loaded(row.fields(), row.extra());
        tellRefreshed(row.mapper(), known.instanceState());
        known.toldLoaded();
    }

    // ---- events ----

    private static void tellLoaded(DocumentMapper mapper, InstanceState state) {
        Listeners<LoadEvent<Object>> load = mapper.manager().dispatch().current(InstanceEventKeys.LOAD);
        if (!load.isEmpty()) {
            load.fire(new LoadEvent<>(state, null));
        }
    }

    private static void tellRefreshed(DocumentMapper mapper, InstanceState state) {
        Listeners<RefreshEvent<Object>> refresh = mapper.manager().dispatch().current(InstanceEventKeys.REFRESH);
        if (!refresh.isEmpty()) {
            refresh.fire(new RefreshEvent<>(state, null, null));
        }
    }
}
