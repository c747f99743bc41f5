package dev.grapnel.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The backend of {@link FakeReplicaSet}. A transaction copies each collection before it first touches it, and an abort puts the copies back;
 * transactions do not see more or less than others do.
 */
final class TransactionalBackend extends MemoryBackend {
    private static final Set<String> GREETINGS = Set.of("hello", "ismaster", "isMaster");

    private final Map<Object, Copies> open = new HashMap<>();
    private final List<String> commands = new ArrayList<>();
    private final Map<String, Deque<Failure>> failures = new HashMap<>();
    private final AtomicBoolean invalidated = new AtomicBoolean();
    private volatile String address = "";
    private volatile String lastStream = "";

    private record Failure(int code, String label, boolean done) {}

    /** The collections of a transaction as they were before. */
    private static final class Copies {
        private final MongoDatabase database;
        private final Map<String, List<Document>> before = new LinkedHashMap<>();

        Copies(MongoDatabase database) {
            this.database = database;
        }

        void copy(String name) {
            MongoCollection<?> collection = database.resolveCollection(name, false);
            before.putIfAbsent(
                    name,
                    collection == null
                            ? List.of()
                            : collection
                                    .queryAllAsStream()
                                    .map(Document::cloneDeeply)
                                    .toList());
        }

        void putBack() {
            before.forEach((name, documents) -> {
                MongoCollection<?> collection = database.resolveCollection(name, false);
                if (collection != null) {
                    collection.deleteDocuments(new Document(), 0);
                    collection.insertDocuments(new ArrayList<>(documents));
                }
            });
        }
    }

    void address(String hostAndPort) {
        this.address = hostAndPort;
    }

    synchronized void forget() {
        commands.clear();
        failures.clear();
        open.clear();
    }

    synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    synchronized void failNext(String command, int code, String label, boolean done) {
        failures.computeIfAbsent(command, absent -> new ArrayDeque<>()).add(new Failure(code, label, done));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Document answer = super.handleCommand(channel, database, command, query);
        return GREETINGS.contains(command) ? asMember(answer) : answer;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document command = message.getDocument();
        String name = command.keySet().iterator().next();
        if (GREETINGS.contains(name)) {
            return asMember(super.handleMessage(message));
        } else if (name.equals("endSessions")) {
            return okay();
        } else if (!Boolean.FALSE.equals(command.get("autocommit"))) {
            Failure failure = failureOf(name);
            return failure == null ? outside(message, command, name) : refused(failure);
        }
        return inTransaction(message, command, name);
    }

    private Document outside(MongoMessage message, Document command, String name) {
        if (command.get("pipeline") instanceof List<?> stages
                && stages.toString().contains("$changeStream")) {
            lastStream = command.get(name) + " " + stages;
        }
        if (name.equals("getMore") && invalidated.compareAndSet(true, false)) {
            return okay().append("cursor", endOfStream(message, command));
        }
        return super.handleMessage(message);
    }

    private static Document endOfStream(MongoMessage message, Document command) {
        Document event = new Document("_id", new Document("_data", "end")).append("operationType", "invalidate");
        return new Document("id", 0L)
                .append("ns", message.getDatabaseName() + "." + command.get("collection"))
                .append("nextBatch", List.of(event));
    }

    void invalidateStream() {
        invalidated.set(true);
    }

    String lastStream() {
        return lastStream;
    }

    private Document asMember(Document answer) {
        return answer.append("setName", "fake")
                .append("hosts", List.of(address))
                .append("me", address)
                .append("primary", address)
                .append("isWritablePrimary", true)
                .append("ismaster", true)
                .append("setVersion", 1)
                .append("logicalSessionTimeoutMinutes", 30)
                .append("minWireVersion", 0)
                .append("maxWireVersion", 21);
    }

    private synchronized Document inTransaction(MongoMessage message, Document command, String name) {
        boolean begins = Boolean.TRUE.equals(command.get("startTransaction"));
        commands.add(command.get("txnNumber") + " " + name + (command.get(name) instanceof String on ? " " + on : "")
                + (begins ? " begins" : ""));
        Object transaction = List.of(command.get("lsid"), command.get("txnNumber"));
        if (begins) {
            open.put(transaction, new Copies(resolveDatabase(message.getDatabaseName())));
        }
        Failure failure = failureOf(name);
        if (failure != null && !failure.done()) {
            abort(transaction); // as servers do
            return refused(failure);
        }
        Document answer = answer(message, command, name, transaction);
        return failure == null ? answer : refused(failure);
    }

    private synchronized @Nullable Failure failureOf(String name) {
        Deque<Failure> waiting = failures.get(name);
        return waiting == null ? null : waiting.poll();
    }

    private Document answer(MongoMessage message, Document command, String name, Object transaction) {
        if (name.equals("commitTransaction")) {
            open.remove(transaction);
            return okay();
        } else if (name.equals("abortTransaction")) {
            abort(transaction);
            return okay();
        }
        Copies copies = open.get(transaction);
        if (copies == null) {
            throw new IllegalStateException("no transaction is open for " + command);
        }
        if (command.get(name) instanceof String collection) {
            copies.copy(collection);
        }
        return super.handleMessage(message);
    }

    private void abort(Object transaction) {
        Copies copies = open.remove(transaction);
        if (copies != null) {
            copies.putBack();
        }
    }

    private static Document okay() {
        return new Document("ok", 1.0);
    }

    private static Document refused(Failure failure) {
        return new Document("ok", 0.0)
                .append("errmsg", "said by the test")
                .append("code", failure.code())
                .append("codeName", "SaidByTheTest")
                .append("errorLabels", List.of(failure.label()));
    }
}
