package dev.grapnel.testkit.session;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Authors own books, books have topics, topics have books. */
final class Library {
    static final Class<?>[] ALL = {Author.class, Book.class, Topic.class};

    private Library() {}

    @Entity
    @Table(name = "author")
    static class Author {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(nullable = false, unique = true)
        String name;

        String country;

        @OneToMany(mappedBy = "author", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("id")
        List<Book> books = new ArrayList<>();

        Author(String name) {
            this.name = name;
        }

        Author with(String... titles) {
            for (String title : titles) {
                books.add(new Book(title));
            }
            return this;
        }
    }

    @Entity
    @Table(name = "book")
    static class Book {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String title;

        @ManyToOne(fetch = FetchType.LAZY)
        Author author;

        @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinTable(name = "book_topic")
        List<Topic> topics = new ArrayList<>();

        Book(String title) {
            this.title = title;
        }
    }

    /** Its key is assigned by the program. */
    @Entity
    @Table(name = "topic")
    static class Topic {
        @Id
        String word;

        String description;

        @ManyToMany(mappedBy = "topics")
        List<Book> books = new ArrayList<>();

        Topic(String word) {
            this.word = word;
        }
    }
}
