package dev.grapnel.mongo.change;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.PersistListeners;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.events.Listeners;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.command.StoredRow;
import dev.grapnel.mongo.connection.DataStore;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;

/** Makes events of changes: which class, which object, which listeners. */
final class ChangeDelivery {
    private final DataStore store;
    private final @Nullable OdmSession expiring;
    /** The class at the head of each collection. */
    private final Map<String, DocumentMapper> heads = new LinkedHashMap<>();

    ChangeDelivery(DataStore store, List<DocumentMapper> mappers, @Nullable OdmSession expiring) {
        this.store = store;
        this.expiring = expiring;
        mappers.forEach(mapper -> heads.putIfAbsent(mapper.collection(), (DocumentMapper) mapper.base()));
    }

    Set<String> collections() {
        return heads.keySet();
    }

    /** Why a stream has come to its end. */
    InvalidRequestException ended() {
        return new InvalidRequestException(
                "Cannot watch collections " + heads.keySet() + " of database '"
                        + store.database().getName()
                        + "' any longer: the server has ended the stream, as it does when a collection is dropped or renamed. Watch again.");
    }

    RemoteChange changeOf(ChangeStreamDocument<Document> told) {
        OperationType operation = Objects.requireNonNull(told.getOperationType());
        RemoteChange.Kind kind = switch (operation) {
            case INSERT -> RemoteChange.Kind.INSERT;
            case UPDATE -> RemoteChange.Kind.UPDATE;
            case REPLACE -> RemoteChange.Kind.REPLACE;
            case DELETE -> RemoteChange.Kind.DELETE;
            default -> throw new IllegalStateException("The stream was asked for no " + operation + '.');
        };
        Document document =
                kind == RemoteChange.Kind.DELETE ? told.getFullDocumentBeforeChange() : told.getFullDocument();
        Object id = document == null ? idOf(Objects.requireNonNull(told.getDocumentKey())) : document.get("_id");
        return new RemoteChange(kind, collectionOf(told), id, document, told.getResumeToken());
    }

    /** Embedded servers, which can watch one collection only, do not say which. */
    private String collectionOf(ChangeStreamDocument<Document> told) {
        MongoNamespace said = told.getNamespace();
        return said == null ? heads.keySet().iterator().next() : said.getCollectionName();
    }

    private static @Nullable Object idOf(BsonDocument key) {
        return new DocumentCodec()
                .decode(new BsonDocumentReader(key), DecoderContext.builder().build())
                .get("_id");
    }

    void deliver(RemoteChange change) {
        DocumentMapper head = Objects.requireNonNull(heads.get(change.collection()));
        expire(head, change);
        Document document = change.document();
        if (document == null && change.kind() != RemoteChange.Kind.DELETE) {
            return; // it was deleted meanwhile, and that is told later
        }
        Object target = document == null
                ? head.knownOnlyBy(change.id())
                : head.read(StoredRow.of(document), FindOptions.NONE).detached();
        fire(change, DocumentState.of(target));
    }

    private void expire(DocumentMapper head, RemoteChange change) {
        if (expiring == null) {
            return;
        }
        Object known = expiring.identityMap().get(head.type(), change.id());
        if (known != null && DocumentState.of(known).status() == ObjectStatus.CLEAN) {
            DocumentState.of(known).expire();
        }
    }

    private void fire(RemoteChange change, DocumentState<?> state) {
        PersistListeners all = state.mapper().persistListeners();
        Listeners<PersistEvent<Object>> listeners = switch (change.kind()) {
            case INSERT -> all.afterInsert;
            case UPDATE, REPLACE -> all.afterUpdate;
            case DELETE -> all.afterDelete;
        };
        if (!listeners.isEmpty()) {
            InstanceState target = state.instanceState();
            listeners.fireWhile(
                    new PersistEvent<>(state.mapper(), new RemoteConnection(store, change), target),
                    event -> !event.isStopped());
        }
    }
}
