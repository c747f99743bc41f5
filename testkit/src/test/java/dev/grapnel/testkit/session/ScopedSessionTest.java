package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.ScopedSession;
import dev.grapnel.sql.Session;
import dev.grapnel.testkit.session.Library.Author;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@EveryDatabase
@DisplayName("Scoped sessions on")
class ScopedSessionTest extends DatabaseTest {
    ScopedSessionTest() {
        super(Library.ALL);
    }

    private static Session inAnotherThread(ScopedSession scoped) {
        return CompletableFuture.supplyAsync(scoped::current, runnable -> new Thread(runnable).start())
                .join();
    }

    @Nested
    class PerThread {
        @Test
        void giveTheSameSessionEachTime() {
            try (ScopedSession scoped = ScopedSession.perThread(sessions)) {
                assertThat(scoped.current()).isSameAs(scoped.current());
            }
        }

        @Test
        void giveAnotherThreadAnotherSession() {
            try (ScopedSession scoped = ScopedSession.perThread(sessions)) {
                Session mine = scoped.current();

                assertThat(inAnotherThread(scoped)).isNotSameAs(mine);
                assertThat(scoped.current()).isSameAs(mine);
            }
        }

        @Test
        void giveAnotherSessionAfterTheFirstWasRemoved() {
            try (ScopedSession scoped = ScopedSession.perThread(sessions)) {
                Session first = scoped.current();
                first.add(new Author("ed"));

                scoped.remove();

                assertThat(scoped.isOpen()).isFalse();
                assertThat(first.inTransaction()).isFalse();
                assertThat(scoped.current()).isNotSameAs(first);
            }
        }

        @Test
        void removeOnlyTheSessionOfTheirOwnThread() {
            try (ScopedSession scoped = ScopedSession.perThread(sessions)) {
                Session mine = scoped.current();

                CompletableFuture.runAsync(scoped::remove, runnable -> new Thread(runnable).start())
                        .join();

                assertThat(scoped.current()).isSameAs(mine);
            }
        }

        @Test
        void closeThoseOfAllThreads() {
            ScopedSession scoped = ScopedSession.perThread(sessions);
            Session mine = scoped.current();
            mine.add(new Author("ed"));
            Thread[] keeper = new Thread[1];
            Session theirs = CompletableFuture.supplyAsync(scoped::current, runnable -> {
                        keeper[0] = new Thread(runnable);
                        keeper[0].start();
                    })
                    .join();
            theirs.add(new Author("jo"));

            scoped.close();

            assertThat(mine.inTransaction()).isFalse();
            assertThat(theirs.inTransaction()).isFalse();
            assertThat(keeper[0]).isNotNull();
        }
    }

    @Nested
    class PerKey {
        private final AtomicReference<String> request = new AtomicReference<>("a");

        @Test
        void followTheKeyOfTheSupplier() {
            try (ScopedSession scoped = ScopedSession.of(sessions, request::get)) {
                Session ofA = scoped.current();
                request.set("b");
                Session ofB = scoped.current();
                request.set("a");

                assertThat(ofB).isNotSameAs(ofA);
                assertThat(scoped.current()).isSameAs(ofA);
            }
        }

        @Test
        void refuseAScopeWithoutAKey() {
            try (ScopedSession scoped = ScopedSession.of(sessions, () -> null)) {
                assertThatThrownBy(scoped::current)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageStartingWith(
                                "Cannot tell the scope of a session: the supplier of the scope gave null.");
            }
        }

        @Test
        void refuseEveryScopeOnceTheyAreClosed() {
            ScopedSession scoped = ScopedSession.of(sessions, request::get);
            scoped.close();

            assertThatThrownBy(scoped::current)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Cannot give a session to scope 'a': the scoped sessions were closed.");
        }
    }
}
