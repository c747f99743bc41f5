package dev.grapnel.sql.attribute;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A book, with the names of its attributes as they would be generated. */
@Entity
@Table(name = "books")
class Book {
    static final ColumnAttribute<Book, Integer> ID = ColumnAttribute.of(Book.class, "id", Integer.class);
    static final ColumnAttribute<Book, String> TITLE = ColumnAttribute.of(Book.class, "title", String.class);
    static final ColumnAttribute<Book, Format> FORMAT = ColumnAttribute.of(Book.class, "format", Format.class);
    static final ColumnAttribute<Book, Format> SECOND = ColumnAttribute.of(Book.class, "second", Format.class);
    static final ColumnAttribute<Book, String> GONE = ColumnAttribute.of(Book.class, "titel", String.class);
    static final ReferenceAttribute<Book, Book> SEQUEL_OF = ReferenceAttribute.of(Book.class, "sequelOf", Book.class);
    static final CollectionAttribute<Book, Book> SEQUELS = CollectionAttribute.of(Book.class, "sequels", Book.class);

    enum Format {
        PAPER,
        SCREEN
    }

    @Id
    int id;

    @Column(name = "book_title")
    String title;

    @Enumerated(EnumType.STRING)
    Format format;

    Format second;

    @ManyToOne
    Book sequelOf;

    @OneToMany(mappedBy = "sequelOf")
    List<Book> sequels = new ArrayList<>();
}
