package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Events;
import dev.grapnel.events.ListenerContext;
import dev.grapnel.events.Subscription;
import dev.grapnel.testkit.session.Library.Author;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A listener that throws: the exception goes on as it is, says whose it is, and leaves the session as the specification says. */
@EveryDatabase
@DisplayName("A listener that throws on")
class ListenerFailureTest extends DatabaseTest {
    private final IllegalStateException refusal = new IllegalStateException("refused");

    ListenerFailureTest() {
        super(Library.ALL);
    }

    private void refuse(Object event) {
        throw refusal;
    }

    private void assertRefusal(Throwable failure, String event) {
        assertThat(failure).isSameAs(refusal).hasMessage("refused").hasNoCause();
        assertThat(failure.getSuppressed())
                .filteredOn(ListenerContext.class::isInstance)
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("thrown by listener ")
                .contains(" of " + event + " on ");
    }

    private Author pending() {
        Author ed = new Author("ed");
        session.add(ed);
        return ed;
    }

    @Test
    @Tag("S-10")
    void beforeTheFlushLeavesTheTransactionOpenAndTheObjectPending() {
        Author ed = pending();
        Subscription listening = Events.on(session).beforeFlush(this::refuse);

        assertRefusal(catchThrowable(() -> session.flush()), "session.before_flush");

        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PENDING);
        assertThat(session.isActive()).isTrue();
        listening.close();
        session.commit();
        assertThat(rows("author")).isEqualTo(1);
    }

    @Test
    @Tag("S-10")
    void beforeTheCommitLeavesTheTransactionOpen() {
        Author ed = pending();
        Subscription listening = Events.on(session).beforeCommit(this::refuse);

        assertRefusal(catchThrowable(() -> session.commit()), "session.before_commit");

        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.PENDING);
        listening.close();
        session.commit();
        assertThat(rows("author")).isEqualTo(1);
    }

    @Test
    @Tag("S-10")
    @Tag("S-29")
    void insideTheFlushRollsBack() {
        Author ed = pending();
        try (Subscription listening = Mapped.on(Author.class).beforeInsert(this::refuse)) {
            assertRefusal(catchThrowable(() -> session.flush()), "mapper.before_insert");
        }

        assertThat(session.isActive()).isFalse();
        assertThat(lifecycle(ed)).isEqualTo(LifecycleState.TRANSIENT);
        session.rollback();
        session.add(ed);
        session.commit();
        assertThat(rows("author")).isEqualTo(1);
    }

    @Test
    @Tag("S-10")
    void afterTheInsertRollsBackTheRow() {
        pending();
        try (Subscription listening = Mapped.on(Author.class).afterInsert(this::refuse)) {
            assertRefusal(catchThrowable(() -> session.flush()), "mapper.after_insert");
        }

        session.rollback();
        assertThat(rows("author")).isZero();
    }

    @Test
    @Tag("S-10")
    void afterTheFlushRollsBackTheRow() {
        pending();
        Subscription listening = Events.on(session).afterFlush(this::refuse);

        assertRefusal(catchThrowable(() -> session.flush()), "session.after_flush");

        listening.close();
        session.rollback();
        assertThat(rows("author")).isZero();
    }

    @Test
    @Tag("S-10")
    void afterTheCommitIsTooLateAndTheSessionHasToBeClosed() {
        pending();
        Subscription listening = Events.on(session).afterCommit(this::refuse);

        assertRefusal(catchThrowable(() -> session.commit()), "session.after_commit");

        assertThat(catchThrowable(() -> session.query(Author.class).list()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageEndingWith("If a listener there threw an exception, close the session. [INVALID_REQUEST]");
        listening.close();
        session.close();
        assertThat(session.query(Author.class).list()).hasSize(1);
    }

    @Test
    @Tag("A-5")
    void atAnAttributeStopsTheChange() {
        Author ed = new Author("ed");
        try (Subscription listening =
                ClassManager.find(Author.class).tracker("name").events().onSet(this::refuse)) {
            assertRefusal(catchThrowable(() -> ed.name = "edward"), "attribute.set");
        }

        assertThat(ed.name).isEqualTo("ed");
    }

    @Test
    @Tag("A-5")
    void atACollectionStopsTheChange() {
        Author ed = new Author("ed");
        try (Subscription listening =
                ClassManager.find(Author.class).tracker("books").events().onAppend(this::refuse)) {
            assertRefusal(catchThrowable(() -> ed.with("a")), "attribute.append");
        }

        assertThat(ed.books).isEmpty();
    }

    @Test
    void atAConstructorStopsIt() {
        try (Subscription listening = InstanceEvents.on(Author.class).init(this::refuse)) {
            assertRefusal(catchThrowable(() -> new Author("ed")), "instance.init");
        }
    }

    @Test
    void atAStatementStopsIt() {
        pending();
        Subscription listening = Events.on(engine).beforeStatement(this::refuse);

        assertRefusal(catchThrowable(() -> session.flush()), "statement.before_statement");

        listening.close();
        session.rollback();
        assertThat(rows("author")).isZero();
    }

    @Test
    void atAQueryStopsIt() {
        Subscription listening = Events.on(session).doOrmExecute(this::refuse);

        assertRefusal(catchThrowable(() -> session.query(Author.class).list()), "session.do_orm_execute");

        listening.close();
        assertThat(session.query(Author.class).list()).isEmpty();
    }
}
