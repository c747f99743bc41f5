package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.sql.Session;
import dev.grapnel.testkit.session.Library.Author;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@EveryDatabase
@DisplayName("A session factory on")
class FactoryTest extends DatabaseTest {
    FactoryTest() {
        super(Library.ALL);
    }

    @Nested
    class InATransaction {
        @Test
        void commitsAndGivesWhatTheWorkGives() {
            Integer id = sessions.computeInTransaction(s -> {
                Author ed = new Author("ed");
                s.add(ed);
                s.flush();
                return ed.id;
            });

            assertThat(session.get(Author.class, id)).isNotNull();
        }

        @Test
        void rollsBackWhenTheWorkFails() {
            assertThatThrownBy(() -> sessions.computeInTransaction(s -> {
                        s.add(new Author("ed"));
                        s.flush();
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no");

            assertThat(session.query(Author.class).list()).isEmpty();
        }
    }

    @Nested
    class Info {
        @Test
        void isCopiedToEachSession() {
            sessions.info().put("tenant", "a");

            try (Session one = sessions.open()) {
                one.info().put("user", "ed");

                assertThat(one.info()).containsEntry("tenant", "a");
            }
            assertThat(sessions.info()).containsOnlyKeys("tenant");
            try (Session other = sessions.open()) {
                assertThat(other.info()).containsOnlyKeys("tenant");
            }
        }

        @Test
        void staysWhenTheSessionIsClosed() {
            session.info().put("user", "ed");

            session.close();

            assertThat(session.info()).containsEntry("user", "ed");
        }
    }
}
