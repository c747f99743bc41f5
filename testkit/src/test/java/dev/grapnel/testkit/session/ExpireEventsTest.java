package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ExpireEvent;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Watcher;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What fires when values are given up. */
@EveryDatabase
@DisplayName("Expire events on")
class ExpireEventsTest extends DatabaseTest {
    private final List<Object> told = new ArrayList<>();
    private Author ed;

    ExpireEventsTest() {
        super(Library.ALL);
    }

    @BeforeEach
    void givenAnAuthorInMemory() {
        Integer id = given(s -> new Author("ed").with("one", "two"), made -> ((Author) made).id);
        ed = session.get(Author.class, id);
    }

    private void tellNames() {
        onExpire(e -> told.add(e.attributes() == null ? "all" : List.copyOf(e.attributes())));
    }

    private static void onExpire(Watcher<ExpireEvent<Author>> watcher) {
        InstanceEvents.on(Author.class).expire(watcher);
    }

    // ---- full and partial ----

    @Test
    @Tag("I-21")
    void commitAndRollbackExpireInFull() {
        tellNames();

        session.commit();
        assertThat(ed.name).isEqualTo("ed");
        session.rollback();

        assertThat(told).containsExactly("all", "all");
    }

    @Test
    @Tag("I-21")
    void expireExpireAllAndRefreshExpireInFull() {
        tellNames();

        session.expire(ed);
        session.expireAll();
        session.refresh(ed);

        assertThat(told).containsExactly("all", "all", "all");
    }

    @Test
    @Tag("I-21")
    void expireAndRefreshOfSomeTellTheirNames() {
        tellNames();

        session.expire(ed, "name");
        session.refresh(ed, "country", "name");

        assertThat(told).containsExactly(List.of("name"), List.of("country", "name"));
    }

    @Test
    @Tag("I-21")
    void makingATransientObjectDetachedExpiresWhatItLacks() {
        Author copy = new Author("al");
        copy.id = ed.id;
        tellNames();

        Instance.of(copy).makeTransientToDetached();

        assertThat(told).hasSize(1);
        assertThat((List<?>) told.get(0))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("country", "books");
    }

    // ---- in the listener ----

    @Test
    @Tag("I-22")
    void valuesAreGoneWhenExpireFires() {
        onExpire(e -> told.add(
                e.state().has(ClassManager.of(e.state()).tracker("name").index())));

        session.expire(ed);

        assertThat(told).containsExactly(false);
    }

    @Test
    @Tag("I-22")
    void readInTheListenerReloads() {
        direct().execute("update author set name = 'edward'");
        onExpire(e -> told.add(e.target().name));

        session.expire(ed);

        assertThat(told).containsExactly("edward");
    }

    @Test
    @Tag("I-22")
    void readDuringCommitIsRefused() {
        onExpire(e -> told.add(e.target().name));

        assertThatThrownBy(() -> session.commit()).isInstanceOf(InvalidRequestException.class);

        assertThat(told).isEmpty();
        session.close();
    }

    // ---- what goes ----

    @Test
    @Tag("I-23")
    void fullExpiryForgetsChangesAndQueuedElements() {
        Book book = new Book("three");
        book.author = ed;
        ed.name = "edward";

        session.expire(ed);

        assertThat(session.dirty()).doesNotContain(ed);
        assertThat(Instance.of(ed).history("name").hasChanges()).isFalse();
        session.withoutAutoflush(() -> assertThat(ed.books).hasSize(2).doesNotContain(book));
    }

    @Test
    @Tag("I-23")
    void fullExpiryForgetsWhoHoldsTheObject() {
        Book book = ed.books.get(0);
        ed.books.remove(book);
        ed.books.add(book);
        assertThat(Instance.of(book).state().parents()).isNotEmpty();

        session.expire(book);

        assertThat(Instance.of(book).state().parents()).isEmpty();
    }

    @Test
    @Tag("I-23")
    void partialExpiryForgetsThoseChangesAndLeavesTheObjectDirtyUntilTheFlush() {
        ed.name = "edward";
        ed.country = "NO";

        session.expire(ed, "name");

        assertThat(Instance.of(ed).history("country").added()).containsExactly("NO");
        assertThat(session.dirty()).containsExactly(ed);
        session.flush();
        assertThat(session.dirty()).isEmpty();
        assertThat(direct().fetchValue("select name from author")).isEqualTo("ed");
        assertThat(direct().fetchValue("select country from author")).isEqualTo("NO");
    }

    // ---- cascade and order ----

    @Test
    @Tag("I-24")
    void expireFollowsItsCascadeHeadFirst() {
        assertThat(ed.books).hasSize(2);
        events.named("ed", ed);
        events.named("one", ed.books.get(0));
        events.named("two", ed.books.get(1));
        events.instances();

        session.expire(ed);

        events.assertTimeline("expire ed all", "expire one all", "expire two all");
    }

    @Test
    @Tag("I-24")
    void refreshFollowsItsCascadeHeadFirst() {
        Book one = events.named("one", ed.books.get(0));
        events.named("ed", ed);
        events.named("two", ed.books.get(1));
        events.instances();

        session.refresh(ed);

        assertThat(events.timeline()).startsWith("expire ed all", "expire one all", "expire two all", "refresh ed all");
        assertThat(one.title).isEqualTo("one");
    }

    @Test
    @Tag("I-25")
    void refreshExpiresThenFlushesThenSelects() {
        events.named("ed", ed);
        session.add(events.named("al", new Author("al")));
        ed.name = "edward";
        events.instances().sessions(session).mappers().statements(engine);

        session.refresh(ed);

        assertThat(events.timeline())
                .containsSubsequence(
                        "expire ed all",
                        "before_flush",
                        "INSERT author",
                        "after_flush_postexec",
                        "do_orm_execute SELECT Author (column load)",
                        "SELECT author",
                        "refresh ed all")
                .doesNotContain("UPDATE author");
        assertThat(ed.name).isEqualTo("ed");
    }
}
