package dev.grapnel.mongo;

import dev.grapnel.core.session.ObjectEvent;
import dev.grapnel.core.session.SessionEvents;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One class, one session, and a server that takes transactions. */
abstract class TransactionCase {
    final DocumentRegistry registry = DocumentRegistry.create();
    final List<String> trace = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    OdmSessionFactory sessions;

    @SuppressWarnings("NullAway.Init") // made before each test
    OdmSession session;

    abstract ReplicaSet server();

    @BeforeEach
    final void map() {
        registry.map(mapping());
        sessions = OdmSessionFactory.of(server().store());
        session = sessions.open();
    }

    @AfterEach
    final void free() {
        session.close();
        registry.dispose();
    }

    DocumentMapping<Doc> mapping() {
        return OneCollectionTest.plain();
    }

    /** An object that is stored before the transaction. */
    Doc stored(int id, int a) {
        Doc doc = session.save(new Doc(id, a));
        session.flush();
        return doc;
    }

    static Document document(int id, int a) {
        return OneCollectionTest.document(id, a);
    }

    List<Document> documents() {
        return server().documents("doc");
    }

    static ObjectStatus status(Object object) {
        return ObjectState.of(object).status();
    }

    void traceMoves(SessionEvents<OdmSession> events) {
        events.pendingToPersistent(event -> move("pending_to_persistent", event));
        events.persistentToTransient(event -> move("persistent_to_transient", event));
        events.pendingToTransient(event -> move("pending_to_transient", event));
        events.transientToPending(event -> move("transient_to_pending", event));
        events.persistentToDeleted(event -> move("persistent_to_deleted", event));
        events.deletedToPersistent(event -> move("deleted_to_persistent", event));
        events.deletedToDetached(event -> move("deleted_to_detached", event));
    }

    private void move(String name, ObjectEvent<OdmSession> event) {
        trace.add(name + ' ' + ((Doc) event.instance()).id);
    }

    void traceTransactions(SessionEvents<OdmSession> events) {
        events.afterTransactionCreate(event -> trace.add("after_transaction_create"));
        events.afterBegin(event -> trace.add("after_begin"));
        events.beforeCommit(event -> trace.add("before_commit"));
        events.beforeFlush(event -> trace.add("before_flush"));
        events.afterFlush(event -> trace.add("after_flush"));
        events.afterCommit(event -> trace.add("after_commit"));
        events.afterRollback(event -> trace.add("after_rollback"));
        events.afterSoftRollback(event -> trace.add("after_soft_rollback"));
        events.afterTransactionEnd(event -> trace.add("after_transaction_end"));
    }
}
