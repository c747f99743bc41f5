package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What a hook does")
class HookEffectTest extends OneCollectionTest {
    private final List<MapperExtension<Doc>> hooks = new ArrayList<>();

    @Override
    DocumentMapping<Doc> mapping() {
        return plain().extensions(mapper -> new ClassRecorder("M", trace), mapper -> new Relay());
    }

    /** Calls what a test has added. */
    private final class Relay implements MapperExtension<Doc> {
        @Override
        public void beforeInsert(Doc object, ObjectState<Doc> state, OdmSession own) {
            List.copyOf(hooks).forEach(hook -> hook.beforeInsert(object, state, own));
        }

        @Override
        public void afterInsert(Doc object, ObjectState<Doc> state, OdmSession own) {
            List.copyOf(hooks).forEach(hook -> hook.afterInsert(object, state, own));
        }

        @Override
        public void beforeUpdate(Doc object, ObjectState<Doc> state, OdmSession own) {
            List.copyOf(hooks).forEach(hook -> hook.beforeUpdate(object, state, own));
        }

        @Override
        public void beforeDelete(Doc object, ObjectState<Doc> state, OdmSession own) {
            List.copyOf(hooks).forEach(hook -> hook.beforeDelete(object, state, own));
        }
    }

    @Test
    @Tag("ODM-H3")
    void beforeAnInsertIsWritten() {
        hooks.add(Hooks.beforeInsert((doc, own) -> doc.a = 77));

        saved(1, 1);

        assertThat(only()).containsEntry("a", 77);
    }

    @Test
    @Tag("ODM-H4")
    void beforeADeleteHasNoEffect() {
        Doc doc = saved(1, 1);
        hooks.add(Hooks.beforeDelete((gone, own) -> gone.a = 2));
        session.delete(doc);

        session.flush();

        assertThat(server.documents("doc")).isEmpty();
    }

    @Test
    @Tag("ODM-H5")
    void afterAWriteStaysPending() {
        hooks.add(Hooks.afterInsert((doc, own) -> doc.a = 2));

        Doc doc = saved(1, 1);
        assertThat(status(doc)).isEqualTo(ObjectStatus.DIRTY);
        session.flush();

        assertThat(only()).containsEntry("a", 2);
    }

    @Test
    @Tag("ODM-H6")
    void byDeletingItsOwnObjectBeforeTheInsertStaysPending() {
        hooks.add(Hooks.beforeInsert((doc, own) -> own.delete(doc)));

        Doc doc = saved(1, 1);

        assertThat(server.documents("doc")).hasSize(1);
        assertThat(status(doc)).isEqualTo(ObjectStatus.DELETED);
        session.flush();
        assertThat(server.documents("doc")).isEmpty();
    }

    @Test
    @Tag("ODM-H7")
    void beforeAFlushIsPartOfItAndAfterItStaysPending() {
        session.registerExtension(own -> new SessionExtension() {
            @Override
            public void beforeFlush(@Nullable Object object) {
                own.save(new Doc(1, 1));
            }

            @Override
            public void afterFlush(@Nullable Object object) {
                own.save(new Doc(2, 2));
            }
        });

        session.flush();

        assertThat(server.documents("doc")).hasSize(1);
        assertThat(session.newObjects()).hasSize(1);
    }

    @Test
    @Tag("ODM-H8")
    void toALaterObjectIsTakenInThisFlushAndToAnEarlierOneStaysPending() {
        Doc one = saved(1, 1);
        Doc two = saved(2, 2);
        Doc three = saved(3, 3);
        hooks.add(Hooks.beforeUpdate((doc, own) -> {
            one.a = 10;
            three.a = 30;
        }));
        two.a = 20;

        session.flush();

        assertThat(server.documents("doc"))
                .extracting(document -> document.get("a"))
                .containsExactly(1, 20, 30);
        assertThat(session.dirty()).containsExactly(one);
    }

    @Test
    @Tag("ODM-H9")
    void bySavingAnotherObjectIsWrittenAtTheEndOfTheFlush() {
        hooks.add(Hooks.beforeInsert((doc, own) -> {
            if (Integer.valueOf(1).equals(doc.id)) {
                own.save(new Doc(9, 9));
            }
        }));
        session.save(new Doc(1, 1));
        session.save(new Doc(2, 2));

        session.flush();

        assertThat(trace)
                .filteredOn(line -> line.contains("before"))
                .containsExactly("M before_insert 1 new", "M before_insert 2 new", "M before_insert 9 new");
    }

    @Test
    @Tag("ODM-H9")
    void byExpungingALaterObjectLeavesItOut() {
        Doc two = new Doc(2, 2);
        hooks.add(Hooks.beforeInsert((doc, own) -> own.expunge(two)));
        session.save(new Doc(1, 1));
        session.save(two);

        session.flush();

        assertThat(server.documents("doc")).hasSize(1);
    }

    @Test
    @Tag("ODM-H6")
    void byDeletingItsOwnObjectBeforeTheUpdateStaysPending() {
        Doc doc = saved(1, 1);
        hooks.add(Hooks.beforeUpdate((changed, own) -> own.delete(changed)));
        doc.a = 2;

        session.flush();

        assertThat(only()).containsEntry("a", 2);
        assertThat(session.deleted()).containsExactly(doc);
        session.flush();
        assertThat(server.documents("doc")).isEmpty();
    }

    @Test
    @Tag("ODM-H10")
    void byAQueryForObjectsBeforeAndBehindLeavesTheOrderAsItIs() {
        List<Doc> all = List.of(saved(1, 1), saved(2, 2), saved(3, 3));
        hooks.add(Hooks.beforeUpdate((doc, own) -> own.find(Doc.class).all()));
        all.forEach(doc -> doc.a = 0);
        trace.clear();

        session.flush();

        assertThat(trace)
                .filteredOn(line -> line.contains("after_update"))
                .containsExactly("M after_update 1 clean", "M after_update 2 clean", "M after_update 3 clean");
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    @Tag("ODM-H11")
    void byFlushingAnotherObjectOrdersTheWrites() {
        Doc two = new Doc(2, 2);
        hooks.add(Hooks.beforeInsert((doc, own) -> {
            if (doc != two) {
                own.flush(two);
            }
        }));
        session.save(new Doc(1, 1));
        session.save(two);

        session.flush();

        assertThat(trace)
                .filteredOn(line -> line.contains("after"))
                .containsExactly("M after_insert 2 clean", "M after_insert 1 clean");
    }

    @Test
    @Tag("ODM-H11")
    void byAQueryWithAutoflushDoesNotFlushAgain() {
        hooks.add(Hooks.beforeInsert((doc, own) -> own.find(Doc.class).all()));
        OdmSession eager = OdmSessionFactory.of(server.store()).autoflush(true).open();
        eager.save(new Doc(1, 1));

        eager.flush();

        assertThat(server.documents("doc")).hasSize(1);
    }

    @Test
    @Tag("ODM-E1")
    @Tag("ODM-E2")
    @Tag("ODM-H12")
    void byThrowingBeforeAWriteRefusesItAndKeepsTheStatus() {
        RuntimeException refusal = new IllegalStateException("no");
        hooks.add(Hooks.beforeInsert((doc, own) -> {
            throw refusal;
        }));
        Doc doc = session.save(new Doc(1, 1));

        assertThatThrownBy(session::flush).isSameAs(refusal);

        assertThat(server.documents("doc")).isEmpty();
        assertThat(status(doc)).isEqualTo(ObjectStatus.NEW);
    }

    @Test
    @Tag("ODM-E3")
    void byThrowingAfterAWriteLeavesItDone() {
        hooks.add(Hooks.afterInsert((doc, own) -> {
            throw new IllegalStateException("late");
        }));
        Doc doc = session.save(new Doc(1, 1));

        assertThatThrownBy(session::flush).hasMessage("late");

        assertThat(server.documents("doc")).hasSize(1);
        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
    }

    @Test
    @Tag("ODM-E5")
    void byThrowingKeepsEarlierWritesAndTheRestPending() {
        hooks.add(Hooks.beforeInsert((doc, own) -> {
            if (Integer.valueOf(2).equals(doc.id)) {
                throw new IllegalStateException("no");
            }
        }));
        Doc gone = saved(5, 5);
        session.delete(gone);
        session.save(new Doc(1, 1));
        session.save(new Doc(2, 2));

        assertThatThrownBy(session::flush).hasMessage("no");
        hooks.clear();
        trace.clear();
        session.flush();

        assertThat(trace).filteredOn(line -> line.contains("before")).containsExactly("M before_insert 2 new");
    }

    @Test
    @Tag("ODM-E6")
    void byThrowingBeforeAFlushWritesNothingAndAfterItEverything() {
        session.save(new Doc(1, 1));
        List<String> failing = new ArrayList<>(List.of("before", "after"));
        session.registerExtension(own -> new SessionExtension() {
            @Override
            public void beforeFlush(@Nullable Object object) {
                fail("before");
            }

            @Override
            public void afterFlush(@Nullable Object object) {
                fail("after");
            }

            private void fail(String when) {
                if (failing.remove(when)) {
                    throw new IllegalStateException(when);
                }
            }
        });

        assertThatThrownBy(session::flush).hasMessage("before");
        assertThat(server.documents("doc")).isEmpty();
        assertThatThrownBy(session::flush).hasMessage("after");
        assertThat(server.documents("doc")).hasSize(1);
        assertThat(session.newObjects()).isEmpty();
    }

    @Test
    void onAnUpdateByQueryRewritesOrCancelsIt() {
        stored(1, 1);
        stored(2, 1);
        session.registerExtension(own -> new SessionExtension() {
            @Override
            public void beforeUpdateQuery(Class<?> type, UpdateQuery<?> query) {
                query.filter(new Document("_id", 2));
            }

            @Override
            public void beforeRemove(Class<?> type, RemoveQuery<?> query) {
                query.cancel();
            }

            @Override
            public void afterRemove(Class<?> type, RemoveQuery<?> query) {
                trace.add("removed "
                        + java.util.Objects.requireNonNull(query.result()).getDeletedCount());
            }
        });

        session.update(Doc.class, new Document("a", 1), new Document("$set", new Document("a", 7)));
        session.remove(Doc.class, new Document());

        assertThat(server.documents("doc"))
                .extracting(document -> document.get("a"))
                .containsExactly(1, 7);
        assertThat(trace).filteredOn(line -> !line.startsWith("M")).containsExactly("removed 0");
    }
}
