package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.SessionOptions;
import dev.grapnel.events.Events;
import dev.grapnel.sql.Session;
import dev.grapnel.testkit.session.Library.Author;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be done with a session after it was closed. */
@EveryDatabase
@DisplayName("A closed session on")
class ClosedSessionTest extends DatabaseTest {
    ClosedSessionTest() {
        super(Library.ALL);
    }

    private void reallyClosed() {
        reopen(SessionOptions.DEFAULT.withReusable(false));
        session.close();
    }

    @Test
    @Tag("S-32")
    void mayBeUsedAgainByDefault() {
        session.close();

        session.add(new Author("ed"));
        session.commit();

        assertThat(session.query(Author.class).list()).hasSize(1);
    }

    static Stream<Named<Consumer<Session>>> uses() {
        return Stream.of(
                Named.of("add", session -> session.add(new Author("ed"))),
                Named.of("get", session -> session.get(Author.class, 1)),
                Named.of("query", session -> session.query(Author.class).list()),
                Named.of("merge", session -> session.merge(new Author("ed"))),
                Named.of("flush", Session::flush),
                Named.of("begin", Session::begin),
                Named.of("commit", Session::commit),
                Named.of("rollback", Session::rollback),
                Named.of("connection", Session::connection),
                Named.of("reset", Session::reset));
    }

    @ParameterizedTest
    @MethodSource("uses")
    @Tag("S-32")
    void refusesEveryUseIfItsOptionsSaySo(Consumer<Session> use) {
        reallyClosed();

        ThrowingCallable attempt = () -> use.accept(session);

        assertThatThrownBy(attempt)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cannot use this session: it was closed, and its options do not allow to use it again."
                        + " Open another one, or make its factory with SessionOptions.withReusable(true)."
                        + " [INVALID_REQUEST]");
    }

    @Test
    @Tag("S-32")
    void mayBeClosedAgainWhateverItsOptions() {
        reallyClosed();

        assertThatCode(session::close).doesNotThrowAnyException();
    }

    @Test
    @Tag("S-32")
    void isUsableAfterAResetWhateverItsOptions() {
        reopen(SessionOptions.DEFAULT.withReusable(false));
        Author ed = new Author("ed");
        session.add(ed);

        session.reset();

        assertThat(session.contains(ed)).isFalse();
        session.add(ed);
        session.commit();
        assertThat(session.query(Author.class).list()).containsExactly(ed);
    }

    @Test
    @Tag("S-32")
    void hasGivenBackItsConnectionAlsoWhenAListenerThrew() {
        session.add(new Author("ed"));
        session.flush();
        Events.on(session).persistentToDetached(e -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(session::close).hasMessage("no");

        assertThat(session.inTransaction()).isFalse();
        assertThat(engine.openTransactions()).isZero();
    }
}
