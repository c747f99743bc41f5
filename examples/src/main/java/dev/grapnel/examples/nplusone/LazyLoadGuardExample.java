package dev.grapnel.examples.nplusone;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.testkit.LazyLoadGuard;
import java.util.List;

/** A list of books that asks for each author by a statement of its own; a guard finds it, as it would in a test. */
public final class LazyLoadGuardExample {
    private LazyLoadGuardExample() {}

    /** Runs the example. */
    public static void main(String[] args) {
        Registry registry = Registry.of(Book.class, Author.class);
        try (Engine engine = Engine.create("jdbc:h2:mem:nplusone")) {
            Schema.of(registry).createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            sessions.inTransaction(LazyLoadGuardExample::write);
            System.out.println("without a guard:");
            sessions.inTransaction(LazyLoadGuardExample::printOneByOne);
            guarded(sessions);
        } finally {
            registry.dispose();
        }
    }

    private static void write(Session session) {
        session.add(new Book("Emma", new Author("Jane Austen")));
        session.add(new Book("Middlemarch", new Author("George Eliot")));
        session.add(new Book("Orlando", new Author("Virginia Woolf")));
    }

    @SuppressWarnings("try") // the guard is there to be closed
    private static void guarded(SessionFactory sessions) {
        try (LazyLoadGuard guard = LazyLoadGuard.on(sessions, 1)) {
            System.out.println("under a guard:");
            sessions.inTransaction(LazyLoadGuardExample::printOneByOne);
        } catch (AssertionError found) {
            System.out.println("the guard says: " + found.getMessage());
        }
        try (LazyLoadGuard guard = LazyLoadGuard.on(sessions, 0)) {
            System.out.println("mended, under a guard that allows none:");
            sessions.inTransaction(LazyLoadGuardExample::printTogether);
        }
    }

    private static void printOneByOne(Session session) {
        print(session.query(Book.class).orderBy(Book_.id).list());
    }

    private static void printTogether(Session session) {
        print(session.query(Book.class)
                .load(LoadStrategy.JOINED, Book_.author)
                .orderBy(Book_.id)
                .list());
    }

    private static void print(List<Book> books) {
        books.forEach(book -> System.out.println(book.title + " by " + book.author.name));
    }
}
