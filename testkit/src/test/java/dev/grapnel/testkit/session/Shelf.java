package dev.grapnel.testkit.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Things that there are many of, with and without a version; the program gives their keys. */
final class Shelf {
    static final Class<?>[] ALL = {Book.class, Folder.class};

    private Shelf() {}

    @Entity
    @Table(name = "book")
    static class Book {
        @Id
        int id;

        String title;
        int pages;
        boolean used;

        Book(int id) {
            this.id = id;
            this.title = "book " + id;
        }
    }

    @Entity
    @Table(name = "folder")
    static class Folder {
        @Id
        int id;

        String label;

        @Version
        int version;

        Folder(int id) {
            this.id = id;
        }
    }
}
