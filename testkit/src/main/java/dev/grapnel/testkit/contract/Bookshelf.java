package dev.grapnel.testkit.contract;

import dev.grapnel.sql.attribute.ColumnAttribute;
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
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entities of {@link StoreContract}. No method there may have one of them in its signature: see there. */
final class Bookshelf {
    static final Class<?>[] ENTITIES = {Writer.class, Work.class, Genre.class};

    static final ColumnAttribute<Writer, String> NAME = ColumnAttribute.of(Writer.class, "name", String.class);
    static final ColumnAttribute<Work, String> TITLE = ColumnAttribute.of(Work.class, "title", String.class);

    private Bookshelf() {}

    /** Has a generated key and a version, and owns its works. */
    @Entity
    @Table(name = "contract_writer")
    static class Writer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Long id;

        @Column(nullable = false, unique = true, length = 40)
        @Nullable String name;

        @Nullable LocalDate born;

        @Version
        int version;

        @OneToMany(mappedBy = "writer", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("title")
        List<Work> works = new ArrayList<>();

        Writer(@Nullable String name) {
            this.name = name;
        }
    }

    /** Belongs to a writer, and has genres. */
    @Entity
    @Table(name = "contract_work")
    static class Work {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Long id;

        String title;

        @Column(precision = 10, scale = 2)
        @Nullable BigDecimal price;

        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable Writer writer;

        @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinTable(name = "contract_work_genre")
        Set<Genre> genres = new LinkedHashSet<>();

        Work(String title) {
            this.title = title;
        }
    }

    /** Has a key that the program assigns. */
    @Entity
    @Table(name = "contract_genre")
    static class Genre {
        @Id
        @Column(length = 20)
        String word;

        Genre(String word) {
            this.word = word;
        }
    }
}
