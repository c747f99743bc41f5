package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A transaction, before a server in memory")
class TransactionTest extends TransactionContract {
    private static final int WRITE_CONFLICT = 112;
    private static final int WRITE_CONCERN_FAILED = 64;
    private static final String TRANSIENT = MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL;
    private static final String UNKNOWN = MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL;

    @RegisterExtension
    final FakeReplicaSet server = new FakeReplicaSet();

    @Override
    ReplicaSet server() {
        return server;
    }

    private List<String> commands() {
        return server.commands().stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    @Nested
    class EveryCommand {
        @Test
        void runsInTheSessionOfTheDriver() {
            Doc one = stored(1, 1);
            stored(2, 2);
            stored(3, 3);
            session.begin();
            session.save(new Doc(4, 4));
            one.a = 10;
            session.flush();
            session.clear();
            session.get(Doc.class, 1);
            session.find(Doc.class).count();
            session.update(Doc.class, Filters.eq("_id", 1), Updates.set("a", 11));
            session.update(Doc.class, new Document(), Updates.set("a", 12), UpdateQuery.Options.ALL);
            session.findOneAndUpdate(Doc.class, Filters.eq("_id", 1), Updates.set("a", 1), FindOneOptions.AFTER);
            session.findOneAndReplace(Doc.class, Filters.eq("_id", 2), document(2, 5), FindOneOptions.AFTER);
            session.findOneAndDelete(Doc.class, Filters.eq("_id", 3), FindOneOptions.BEFORE);
            session.remove(Doc.class, Filters.eq("_id", 4));
            session.aggregate(Doc.class, List.of());
            session.distinct(Doc.class, "a", new Document());
            session.commit();

            assertThat(commands())
                    .containsExactly(
                            "update doc begins",
                            "insert doc",
                            "find doc",
                            "aggregate doc",
                            "update doc",
                            "update doc",
                            "findAndModify doc",
                            "findAndModify doc",
                            "findAndModify doc",
                            "delete doc",
                            "aggregate doc",
                            "distinct doc",
                            "commitTransaction");
        }

        @Test
        void ofABulkWriteDoesToo() {
            OdmSession bulk = sessions.bulkWrites(true).open();

            bulk.inTransaction(own -> {
                own.save(new Doc(1, 1));
                own.save(new Doc(2, 2));
            });

            assertThat(commands()).containsExactly("insert doc begins", "commitTransaction");
            assertThat(documents()).hasSize(2);
        }

        @Test
        void thatReloadsAnExpiredObjectDoesToo() {
            Doc doc = stored(1, 1);
            session.begin();
            session.rollback();
            session.begin();

            assertThat(doc.a).isEqualTo(1);

            assertThat(commands()).containsExactly("find doc begins");
            session.rollback();
            assertThat(commands()).containsExactly("find doc begins", "abortTransaction");
        }

        @Test
        void runsOutsideAgainAfterTheEnd() {
            session.begin();
            session.commit();

            stored(1, 1);

            assertThat(server.commands()).isEmpty();
        }
    }

    @Nested
    class WorkThatTheDriverRepeats {
        private final List<String> seen = new ArrayList<>();

        private void listen(OdmSession to) {
            to.registerExtension(own -> new SessionExtension() {
                @Override
                public void transactionRepeated(OdmTransaction transaction, @Nullable RuntimeException cause) {
                    seen.add("repeated " + transaction.attempt() + (cause == null ? "" : " after " + kind(cause)));
                }
            });
        }

        private static String kind(RuntimeException cause) {
            return cause.getClass().getSimpleName();
        }

        @Test
        void beginsEachTimeWithTheUnitOfWorkAsItWasBefore() {
            Doc clean = stored(1, 1);
            Doc dirty = stored(2, 2);
            Doc deleted = stored(3, 3);
            dirty.a = 20;
            session.delete(deleted);
            Doc fresh = session.save(new Doc(4, 4));
            server.failNext("commitTransaction", WRITE_CONFLICT, TRANSIENT);
            server.failNext("insert", WRITE_CONFLICT, TRANSIENT);

            session.inTransaction(own -> {
                seen.add(List.of(status(clean), status(dirty), status(deleted), status(fresh))
                        + " "
                        + List.of(clean.a, dirty.a, fresh.a)
                        + " "
                        + own.unitOfWork().size());
                clean.a = clean.a + 10;
                fresh.a = fresh.a + 10;
                own.save(new Doc(5, 5));
            });

            String before = "[CLEAN, DIRTY, DELETED, NEW] [1, 20, 4] 4";
            assertThat(seen).containsExactly(before, before, before);
            assertThat(documents()).containsExactly(document(1, 11), document(2, 20), document(4, 14), document(5, 5));
        }

        @Test
        void tellsHooksThatItIsRepeated() {
            listen(session);
            session.events().afterBegin(event -> seen.add("after_begin"));
            session.events().afterRollback(event -> seen.add("after_rollback"));
            session.events().beforeCommit(event -> seen.add("before_commit"));
            session.events().afterCommit(event -> seen.add("after_commit"));
            server.failNext("insert", WRITE_CONFLICT, TRANSIENT);
            server.failNext("commitTransaction", WRITE_CONFLICT, TRANSIENT);

            session.inTransaction(own -> {
                seen.add("work");
                own.save(new Doc(1, 1));
                own.flush();
            });

            assertThat(seen)
                    .containsExactly(
                            "after_begin",
                            "work",
                            "after_rollback",
                            "after_begin",
                            "repeated 2 after MongoCommandException",
                            "work",
                            "before_commit",
                            "after_rollback",
                            "after_begin",
                            "repeated 3",
                            "work",
                            "before_commit",
                            "after_commit");
            assertThat(documents()).containsExactly(document(1, 1));
        }

        @Test
        void isOneTransactionOfTheServerEachTime() {
            server.failNext("commitTransaction", WRITE_CONFLICT, TRANSIENT);

            session.inTransaction(own -> own.save(new Doc(1, 1)));

            List<String> commands = server.commands();
            assertThat(commands())
                    .containsExactly(
                            "insert doc begins", "commitTransaction", "insert doc begins", "commitTransaction");
            assertThat(number(commands.get(2))).isEqualTo(number(commands.get(0)) + 1);
        }

        private static int number(String line) {
            return Integer.parseInt(line.substring(0, line.indexOf(' ')));
        }

        @Test
        void movesObjectsAsARollbackDoes() {
            traceMoves(session.events());
            server.failNext("commitTransaction", WRITE_CONFLICT, TRANSIENT);
            session.save(new Doc(1, 1));

            session.inTransaction(own -> {});

            assertThat(trace)
                    .containsExactly(
                            "transient_to_pending 1",
                            "pending_to_persistent 1",
                            "persistent_to_transient 1",
                            "transient_to_pending 1",
                            "pending_to_persistent 1");
        }

        @Test
        void isNotRepeatedForOtherFailures() {
            listen(session);
            server.failNext("insert", 2, "Other");
            Doc doc = session.save(new Doc(1, 1));

            assertThatThrownBy(() -> session.inTransaction(own -> {})).isInstanceOf(MongoException.class);

            assertThat(seen).isEmpty();
            assertThat(session.newObjects()).containsExactly(doc);
            assertThat(session.inTransaction()).isFalse();
        }

        @Test
        void isCommittedAgainWhenOnlyTheAnswerWasLost() {
            listen(session);
            server.loseAnswer("commitTransaction", WRITE_CONCERN_FAILED, UNKNOWN);
            server.loseAnswer("commitTransaction", WRITE_CONCERN_FAILED, UNKNOWN);

            session.inTransaction(own -> own.save(new Doc(1, 1)));

            assertThat(seen).isEmpty();
            assertThat(commands().subList(0, 2)).containsExactly("insert doc begins", "commitTransaction");
            assertThat(commands())
                    .hasSizeGreaterThan(2)
                    .filteredOn(line -> line.startsWith("insert"))
                    .hasSize(1);
            assertThat(session.unitOfWork().clean()).hasSize(1);
        }
    }

    @Nested
    class ACommitThatFails {
        @Test
        void isRolledBack() {
            server.failNext("commitTransaction", WRITE_CONFLICT, TRANSIENT);
            session.begin();
            Doc doc = session.save(new Doc(1, 1));

            assertThatThrownBy(session::commit).isInstanceOf(MongoException.class);

            assertThat(session.inTransaction()).isFalse();
            assertThat(session.contains(doc)).isFalse();
            assertThat(status(doc)).isEqualTo(ObjectStatus.NEW);
        }

        @Test
        void mayBeRepeatedWhenOnlyTheAnswerWasLost() {
            traceTransactions(session.events());
            server.loseAnswer("commitTransaction", WRITE_CONCERN_FAILED, UNKNOWN);
            session.begin();
            session.save(new Doc(1, 1));
            assertThatThrownBy(session::commit).isInstanceOf(MongoException.class);
            assertThat(session.inTransaction()).isTrue();

            session.commit();

            assertThat(trace)
                    .containsExactly(
                            "after_transaction_create",
                            "after_begin",
                            "before_commit",
                            "before_flush",
                            "after_flush",
                            "after_commit",
                            "after_transaction_end");
            assertThat(documents()).containsExactly(document(1, 1));
        }
    }

    @Test
    void countsVersionsAnewAfterARollback() {
        registry.dispose();
        DocumentRegistry versioned = DocumentRegistry.create();
        versioned.map(OneCollectionTest.plain().versionedBy("a"));
        OdmSession own = OdmSessionFactory.of(server.store()).open();
        Doc doc = own.save(new Doc(1));
        own.flush();
        own.begin();
        doc.b.add(1);
        own.flush();
        assertThat(doc.a).isEqualTo(2);
        own.rollback();

        doc.b.add(2);
        own.flush();

        assertThat(doc.a).isEqualTo(2);
        assertThat(documents()).containsExactly(document(1, 2).append("b", List.of(2)));
        versioned.dispose();
    }
}
