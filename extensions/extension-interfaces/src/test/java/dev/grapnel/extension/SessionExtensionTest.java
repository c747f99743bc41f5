package dev.grapnel.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.session.SessionEventKeys;
import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.events.Subscription;
import dev.grapnel.extension.PhoneBook.Contact;
import dev.grapnel.sql.Session;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each method of {@link SessionExtension} is called at its place. */
class SessionExtensionTest extends PhoneBookTest {

    /** Marks every call in the timeline. */
    private class Recording implements SessionExtension {
        @Override
        public void beforeCommit(Session session) {
            recorder.mark("- beforeCommit");
        }

        @Override
        public void afterCommit(Session session) {
            recorder.mark("- afterCommit");
        }

        @Override
        public void afterRollback(Session session) {
            recorder.mark("- afterRollback");
        }

        @Override
        public void beforeFlush(Session session, FlushContext flushContext, @Nullable Collection<?> instances) {
            recorder.mark("- beforeFlush " + session.newObjects().size() + " " + instances);
        }

        @Override
        public void afterFlush(Session session, FlushContext flushContext) {
            recorder.mark("- afterFlush " + session.newObjects().size());
        }

        @Override
        public void afterFlushPostexec(Session session, FlushContext flushContext) {
            recorder.mark("- afterFlushPostexec " + session.newObjects().size());
        }

        @Override
        public void afterBegin(Session session, SessionTransaction transaction, StoreConnection connection) {
            recorder.mark("- afterBegin " + transaction.origin());
        }

        @Override
        public void afterAttach(Session session, Object instance) {
            recorder.mark("- afterAttach " + session.newObjects().contains(instance));
        }

        @Override
        public void afterBulkUpdate(Session session, Mapper mapper, Object query, int result) {
            recorder.mark("- afterBulkUpdate " + mapper.type().getSimpleName() + " " + result);
        }

        @Override
        public void afterBulkDelete(Session session, Mapper mapper, Object query, int result) {
            recorder.mark("- afterBulkDelete " + mapper.type().getSimpleName() + " " + result);
        }
    }

    private void extend() {
        untilEnd(Extensions.add(session, new Recording()));
    }

    @Test
    @Tag("L-15")
    void anAttachedObjectIsAmongTheNewOnesAlready() {
        extend();

        session.add(new Contact("ed"));

        recorder.assertTimeline("- afterAttach true");
    }

    @Test
    void aCommitIsToldAroundItsFlush() {
        recorder.sessions(session)
                .statements(engine)
                .without("after_transaction_create", "after_transaction_end", "expire", "pending_to_persistent");
        Contact ed = recorder.named("ed", new Contact("ed"));
        session.add(ed);
        recorder.clear();
        extend();

        session.commit();

        recorder.assertTimeline(
                "before_commit",
                "- beforeCommit",
                "before_flush",
                "- beforeFlush 1 null",
                "after_begin AUTOBEGIN",
                "- afterBegin AUTOBEGIN",
                "INSERT contact",
                "after_flush",
                "- afterFlush 1",
                "after_flush_postexec",
                "- afterFlushPostexec 0",
                "after_commit",
                "- afterCommit");
    }

    @Test
    void aFlushOfSomeObjectsTellsThem() {
        Contact ed = new Contact("ed");
        session.add(ed);
        untilEnd(Extensions.add(session, new SessionExtension() {
            @Override
            public void beforeFlush(Session flushed, FlushContext flushContext, @Nullable Collection<?> instances) {
                recorder.mark("only ed: " + List.of(ed).equals(instances == null ? null : List.copyOf(instances)));
            }
        }));

        session.flush(List.of(ed));

        recorder.assertTimeline("only ed: true");
    }

    @Test
    void aRollbackIsTold() {
        session.add(new Contact("ed"));
        session.flush();
        extend();

        session.rollback();

        recorder.assertTimeline("- afterRollback");
    }

    @Test
    void statementsOfQueryObjectsAreToldWithTheNumberOfRows() {
        session.add(new Contact("ed"));
        session.add(new Contact("jack"));
        session.flush();
        extend();

        session.legacyQuery(Contact.class).update(java.util.Map.of("city", "Hull"));
        session.legacyQuery(Contact.class).filter(PhoneBook.NAME.eq("ed")).delete();

        recorder.assertTimeline("- afterBulkUpdate Contact 2", "- afterBulkDelete Contact 1");
    }

    @Test
    void aFactoryExtendsAllItsSessions() {
        untilEnd(Extensions.add(sessions, new Recording()));

        try (Session one = sessions.open();
                Session two = sessions.open()) {
            one.add(new Contact("ed"));
            two.add(new Contact("jack"));
        }

        assertThat(recorder.timeline()).filteredOn("- afterAttach true"::equals).hasSize(2);
    }

    @Test
    void oneExtensionServesSeveralSessionsAtOnce() {
        try (Session one = sessions.open();
                Session two = sessions.open();
                Session other = sessions.open()) {
            Subscription both = Extensions.add(List.of(one, two), new Recording());
            one.add(new Contact("ed"));
            two.add(new Contact("jack"));
            other.add(new Contact("wendy"));
            both.close();
            one.add(new Contact("mary"));
        }

        recorder.assertTimeline("- afterAttach true", "- afterAttach true");
    }

    @Test
    void allExtensionsAreCalledInTheOrderInWhichTheyWereAdded() {
        SessionExtension first = new Naming("first");
        SessionExtension second = new Naming("second");
        untilEnd(Extensions.add(session, first, second));

        session.add(new Contact("ed"));

        recorder.assertTimeline("first", "second");
    }

    private final class Naming implements SessionExtension {
        private final String name;

        Naming(String name) {
            this.name = name;
        }

        @Override
        public void afterAttach(Session session, Object instance) {
            recorder.mark(name);
        }
    }

    @Test
    @Tag("L-19")
    void oneOverriddenMethodCostsOneListener() {
        int before = listeners();

        untilEnd(Extensions.add(session, new Naming("one")));

        assertThat(listeners()).isEqualTo(before + 1);
    }

    private int listeners() {
        return SessionEventKeys.CATALOG.keys().stream()
                .mapToInt(key -> session.dispatch().current(key).snapshot().size())
                .sum();
    }

    @Test
    @Tag("L-16")
    void otherEventsOfSessionsHaveNoMethod() {
        assertThat(Stream.of(SessionExtension.class.getMethods()).map(Method::getName))
                .containsExactlyInAnyOrder(
                        "beforeCommit",
                        "afterCommit",
                        "afterRollback",
                        "beforeFlush",
                        "afterFlush",
                        "afterFlushPostexec",
                        "afterBegin",
                        "afterAttach",
                        "afterBulkUpdate",
                        "afterBulkDelete");
    }
}
