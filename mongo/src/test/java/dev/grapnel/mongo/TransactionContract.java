package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.ObjectDeletedException;
import dev.grapnel.core.error.TransactionClosedException;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What holds of transactions on every server that takes them. */
abstract class TransactionContract extends TransactionCase {

    @Nested
    class Commit {
        @Test
        void flushesWhatIsPending() {
            session.begin();
            session.save(new Doc(1, 1));

            session.commit();

            assertThat(documents()).containsExactly(document(1, 1));
            assertThat(session.inTransaction()).isFalse();
            assertThat(session.unitOfWork().clean()).hasSize(1);
        }

        @Test
        void firesTheEventsOfARelationalSession() {
            traceTransactions(session.events());

            session.begin();
            session.save(new Doc(1, 1));
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
        }

        @Test
        void writesWhatIsChangedBeforeIt() {
            session.events().beforeCommit(event -> event.session().newObjects().forEach(doc -> ((Doc) doc).a = 5));
            session.begin();
            session.save(new Doc(1, 1));

            session.commit();

            assertThat(documents()).containsExactly(document(1, 5));
        }

        @Test
        void makesDeletionsFinal() {
            Doc doc = stored(1, 1);
            traceMoves(session.events());

            session.begin();
            session.delete(doc);
            session.flush();
            assertThat(trace).containsExactly("persistent_to_deleted 1");
            session.commit();

            assertThat(trace).containsExactly("persistent_to_deleted 1", "deleted_to_detached 1");
            assertThat(documents()).isEmpty();
        }

        @Test
        void leavesObjectsAsTheyAre() {
            Doc doc = stored(1, 1);
            session.begin();
            doc.a = 2;
            session.commit();
            server().collection("doc").deleteMany(new Document());

            assertThat(doc.a).isEqualTo(2);
        }

        @Test
        void isRefusedWithoutATransaction() {
            assertThatThrownBy(session::commit)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith(
                            "Cannot commit: no transaction is open in this session. Call begin() first; without it flush() writes for good.");
        }
    }

    @Nested
    class Rollback {
        @Test
        void undoesWhatWasWritten() {
            Doc changed = stored(1, 1);
            Doc deleted = stored(2, 2);
            session.begin();
            changed.a = 10;
            session.delete(deleted);
            session.save(new Doc(3, 3));
            session.flush();

            session.rollback();

            assertThat(documents()).containsExactly(document(1, 1), document(2, 2));
        }

        @Test
        void firesTheEventsOfARelationalSession() {
            session.begin();
            traceTransactions(session.events());

            session.rollback();

            assertThat(trace).containsExactly("after_rollback", "after_transaction_end", "after_soft_rollback");
        }

        @Test
        void makesNewObjectsTransient() {
            traceMoves(session.events());
            session.begin();
            Doc written = session.save(new Doc(1, 1));
            session.flush();
            Doc pending = session.save(new Doc(2, 2));
            trace.clear();

            session.rollback();

            assertThat(trace).containsExactly("persistent_to_transient 1", "pending_to_transient 2");
            assertThat(session.contains(written)).isFalse();
            assertThat(session.contains(pending)).isFalse();
            assertThat(status(written)).isEqualTo(ObjectStatus.NEW);
            assertThat(ObjectState.of(written).session()).isNull();
            assertThat(written.a).isEqualTo(1);
        }

        @Test
        void bringsDeletedObjectsBackToTheirPlaces() {
            Doc first = stored(1, 1);
            Doc second = stored(2, 2);
            session.begin();
            session.delete(first);
            session.flush();
            traceMoves(session.events());

            session.rollback();

            assertThat(trace).containsExactly("deleted_to_persistent 1");
            assertThat(session.unitOfWork().clean()).containsExactly(first, second);
            assertThat(session.get(Doc.class, 1)).isSameAs(first);
            assertThat(first.a).isEqualTo(1);
        }

        @Test
        void takesBackAMarkThatWasNotFlushed() {
            Doc doc = stored(1, 1);
            session.begin();
            session.delete(doc);

            session.rollback();

            assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
        }

        @Test
        void expiresWhatWasChanged() {
            Doc doc = stored(1, 1);
            doc.b.add(7);
            session.flush();
            session.begin();
            doc.a = 2;
            doc.b.add(8);
            session.flush();
            doc.a = 3;

            session.rollback();

            assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
            assertThat(doc.a).isEqualTo(1);
            assertThat(doc.b).containsExactly(7);
        }

        @Test
        void letsAnExpiredObjectBeChangedAndWrittenAsAWhole() {
            Doc doc = stored(1, 1);
            doc.b.add(7);
            session.flush();
            session.begin();
            session.rollback();

            doc.a = 9;
            session.flush();

            assertThat(documents()).containsExactly(document(1, 9).append("b", List.of(7)));
        }

        @Test
        void givesAnObjectTheIdBackThatItHad() {
            Doc doc = stored(1, 1);
            session.begin();
            doc.id = 5;
            session.flush();
            assertThat(session.get(Doc.class, 5)).isSameAs(doc);

            session.rollback();

            assertThat(session.get(Doc.class, 1)).isSameAs(doc);
            assertThat(doc.id).isEqualTo(1);
        }

        @Test
        void leavesAnObjectTransientThatWasInsertedAndDeleted() {
            session.begin();
            Doc doc = session.save(new Doc(1, 1));
            session.flush();
            session.delete(doc);
            session.flush();

            session.rollback();

            assertThat(session.contains(doc)).isFalse();
            assertThat(status(doc)).isEqualTo(ObjectStatus.NEW);
            session.save(doc);
            session.flush();
            assertThat(documents()).containsExactly(document(1, 1));
        }

        @Test
        void happensWhenTheTransactionIsClosedWithoutACommit() {
            try (OdmTransaction transaction = session.begin()) {
                session.save(new Doc(1, 1));
                session.flush();
                assertThat(transaction.isActive()).isTrue();
            }

            assertThat(documents()).isEmpty();
            assertThat(session.inTransaction()).isFalse();
        }

        @Test
        void happensWhenTheSessionIsClosed() {
            session.begin();
            session.save(new Doc(1, 1));
            session.flush();

            session.close();

            assertThat(documents()).isEmpty();
        }

        @Test
        void doesNothingWithoutATransaction() {
            Doc doc = session.save(new Doc(1, 1));

            session.rollback();

            assertThat(session.newObjects()).containsExactly(doc);
        }

        @Test
        void isDoneAlsoIfAListenerFails() {
            session.events().afterRollback(event -> {
                throw new IllegalStateException("no");
            });
            session.begin();
            Doc doc = session.save(new Doc(1, 1));
            session.flush();

            assertThatThrownBy(session::rollback).hasMessageContaining("no");

            assertThat(session.inTransaction()).isFalse();
            assertThat(session.contains(doc)).isFalse();
            assertThat(documents()).isEmpty();
        }
    }

    @Nested
    class AnExpiredObject {
        @Test
        void takesTheValuesOfARowThatIsRead() {
            Doc doc = stored(1, 1);
            session.begin();
            session.rollback();
            server().collection("doc").updateOne(Filters.eq("_id", 1), Updates.set("a", 4));

            assertThat(session.find(Doc.class).all()).containsExactly(doc);
            server().collection("doc").deleteMany(new Document());

            assertThat(doc.a).isEqualTo(4);
        }

        @Test
        void cannotBeReadWhenItsDocumentIsGone() {
            Doc doc = stored(1, 1);
            session.begin();
            session.rollback();
            server().collection("doc").deleteMany(new Document());

            assertThatThrownBy(() -> Objects.requireNonNull(doc.a))
                    .isInstanceOf(ObjectDeletedException.class)
                    .hasMessageStartingWith(
                            "Cannot load Doc[1] again: its document is gone from collection 'doc'. Expunge the object.");
        }

        @Test
        void canBeDeletedUnread() {
            Doc doc = stored(1, 1);
            session.begin();
            session.rollback();

            session.delete(doc);
            session.flush();

            assertThat(documents()).isEmpty();
        }

        @Test
        void losesAFieldOnlyWhenItIsTakenOut() {
            Doc doc = stored(1, 1);
            session.begin();
            session.rollback();

            ObjectState.of(doc).unset("a");
            session.flush();

            Document left = document(1, 1);
            left.remove("a");
            assertThat(documents()).containsExactly(left);
        }
    }

    @Nested
    class ATransaction {
        @Test
        void seesItsOwnWrites() {
            session.begin();
            session.save(new Doc(1, 1));
            session.flush();
            session.update(Doc.class, Filters.eq("_id", 1), Updates.set("a", 2));

            assertThat(session.distinct(Doc.class, "a", new Document())).containsExactly(2);
            assertThat(session.find(Doc.class).count()).isEqualTo(1);
            session.rollback();
        }

        @Test
        void showsTheSessionOfTheDriverToListeners() {
            session.events().afterBegin(event -> {
                ClientSession driver = event.connection().unwrap(ClientSession.class);
                assertThat(driver.hasActiveTransaction()).isTrue();
                assertThat(event.transaction()).isSameAs(session.transaction());
                trace.add("seen");
            });

            OdmTransaction begun = session.begin();

            assertThat(begun.clientSession().hasActiveTransaction()).isTrue();
            assertThat(trace).containsExactly("seen");
            session.rollback();
        }

        @Test
        void cannotBeginInsideAnother() {
            session.begin();

            assertThatThrownBy(session::begin)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith(
                            "Cannot begin a transaction: one is open in this session. Commit it or roll it back first; there are no savepoints.");
        }

        @Test
        void cannotBeginOrEndInsideAFlush() {
            session.events().beforeFlush(event -> event.session().begin());
            session.save(new Doc(1, 1));

            assertThatThrownBy(session::flush)
                    .hasStackTraceContaining(
                            "Cannot begin a transaction here: a flush is running. Do it before or after the flush.");
        }

        @Test
        void cannotBeUsedAfterItsEnd() {
            OdmTransaction ended = session.begin();
            ended.commit();

            assertThatThrownBy(ended::rollback)
                    .isInstanceOf(TransactionClosedException.class)
                    .hasMessageStartingWith("Cannot roll back this transaction: it was ended. Begin another one.");
        }

        @Test
        void refusesWhatServersDoNotTakeThere() {
            session.begin();

            assertThatThrownBy(() -> session.ensureIndexes(Doc.class))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith(
                            "Cannot create indexes in a transaction: servers take only documents there. Do it before the transaction, or after it.");
        }

        @Test
        void endsWhenAListenerToItsBeginFails() {
            session.events().afterBegin(event -> {
                throw new IllegalStateException("no");
            });

            assertThatThrownBy(session::begin).hasMessageContaining("no");

            assertThat(session.inTransaction()).isFalse();
            session.save(new Doc(1, 1));
            session.flush();
            assertThat(documents()).hasSize(1);
        }

        @Test
        void isThatOfTheRealSessionBehindAProxy() {
            try (OdmSession proxy = sessions.threadLocal()) {
                proxy.begin();
                proxy.save(new Doc(1, 1));
                proxy.flush();
                assertThat(proxy.inTransaction()).isTrue();
                proxy.rollback();
            }

            assertThat(documents()).isEmpty();
        }

        @Test
        void mayBeFollowedByAnother() {
            session.begin();
            session.save(new Doc(1, 1));
            session.commit();
            session.begin();
            session.save(new Doc(2, 2));
            session.rollback();
            session.begin();
            session.save(new Doc(3, 3));
            session.commit();

            assertThat(documents()).containsExactly(document(1, 1), document(3, 3));
        }
    }

    @Nested
    class WorkInATransaction {
        @Test
        void isCommittedAndGivesItsResult() {
            int given = sessions.computeInTransaction(own -> own.save(new Doc(1, 1)).a);

            assertThat(given).isEqualTo(1);
            assertThat(documents()).containsExactly(document(1, 1));
        }

        @Test
        void isUndoneWhenItFails() {
            assertThatThrownBy(() -> sessions.inTransaction(own -> {
                        own.save(new Doc(1, 1));
                        own.flush();
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no");

            assertThat(documents()).isEmpty();
        }

        @Test
        void leavesTheUnitOfWorkAsItWasWhenItFails() {
            Doc clean = stored(1, 1);
            Doc dirty = stored(2, 2);
            Doc deleted = stored(3, 3);
            Doc fresh = session.save(new Doc(4, 4));
            dirty.a = 20;
            dirty.b.add(1);
            session.delete(deleted);

            assertThatThrownBy(() -> session.inTransaction(own -> {
                        clean.a = 10;
                        fresh.a = 40;
                        own.flush();
                        own.save(new Doc(5, 5));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(session.unitOfWork().all()).containsExactly(clean, dirty, deleted, fresh);
            assertThat(session.newObjects()).containsExactly(fresh);
            assertThat(session.dirty()).containsExactly(dirty);
            assertThat(session.deleted()).containsExactly(deleted);
            assertThat(List.of(clean.a, dirty.a, fresh.a)).containsExactly(1, 20, 4);
            session.flush();
            assertThat(documents())
                    .containsExactly(document(1, 1), document(2, 20).append("b", List.of(1)), document(4, 4));
        }

        @Test
        void cannotEndItsTransactionItself() {
            assertThatThrownBy(() -> session.inTransaction(OdmSession::commit))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith(
                            "Cannot commit this transaction: it belongs to the work that runs in it. Return from the work to commit, or throw to roll back.");

            assertThat(session.inTransaction()).isFalse();
        }
    }
}
