package dev.grapnel.sql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.TestDatabase;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.session.Library.Book;
import dev.grapnel.sql.session.Library.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloneTest {
    private Engine engine;
    private Registry registry;
    private Session session;
    private Shelf shelf;

    @BeforeEach
    void open() {
        engine = TestDatabase.H2.open();
        registry = Registry.of(Library.ALL);
        Schema.of(registry).createAll(engine);
        session = SessionFactory.of(engine, registry).open();
        shelf = new Shelf("east");
        shelf.height = 7;
        shelf.books.add(new Book("a"));
        session.add(shelf);
        session.commit();
    }

    @AfterEach
    void close() {
        session.close();
        registry.dispose();
        engine.close();
    }

    @Test
    void copyIsTransientAndHasTheValues() {
        Shelf copy = shelf.copy();

        assertThat(Instance.of(copy).lifecycle()).isEqualTo(LifecycleState.TRANSIENT);
        assertThat(copy.room).isEqualTo("east");
        assertThat(copy.height).isEqualTo(7);
    }

    @Test
    void changeOfTheCopyLeavesTheOriginalAlone() {
        Shelf copy = shelf.copy();

        copy.room = "west";
        copy.books.add(new Book("b"));

        assertThat(shelf.room).isEqualTo("east");
        assertThat(shelf.books).hasSize(1);
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    void copyCanBeInserted() {
        Shelf copy = shelf.copy();
        copy.id = null;
        session.add(copy);
        session.commit();

        assertThat(copy.id).isNotEqualTo(shelf.id);
        assertThat(copy.room).isEqualTo("east");
        assertThat(copy.books).isEmpty();
        assertThat(shelf.books).hasSize(1);
    }

    @Test
    void copyRefersToWhatTheOriginalRefersTo() {
        Book copy = shelf.books.get(0).clone();

        assertThat(copy.shelf).isSameAs(shelf);
        assertThat(shelf.books).hasSize(1);
    }

    @Test
    void copyOfADetachedObjectHasWhatWasInMemory() {
        assertThat(shelf.room).isEqualTo("east");
        session.expungeAll();

        assertThat(shelf.copy().room).isEqualTo("east");
    }

    @Test
    void copyMadeInCodeThatIsNotEnhancedIsRefused() {
        Shelf copy = new Shelf("west");
        ((Enhanced) (Object) copy).$grapnel$state(Instance.of(shelf).state());

        assertThatThrownBy(() -> session.add(copy))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("clone()");
    }
}
