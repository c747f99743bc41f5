package dev.grapnel.filters;

import dev.grapnel.sql.attribute.ColumnAttribute;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Folders of papers; some papers are letters, which keep more in a table of their own. */
final class Office {
    static final Class<?>[] ALL = {Folder.class, Paper.class, Letter.class, Clerk.class};
    static final ColumnAttribute<Kept, LocalDateTime> DELETED_AT =
            ColumnAttribute.of(Kept.class, "deletedAt", LocalDateTime.class);
    static final ColumnAttribute<Paper, String> TITLE = ColumnAttribute.of(Paper.class, "title", String.class);

    static final ColumnAttribute<Folder, String> LABEL = ColumnAttribute.of(Folder.class, "label", String.class);
    static final ColumnAttribute<Kept, String> TENANT = ColumnAttribute.of(Kept.class, "tenant", String.class);

    static final ColumnAttribute<Folder, String> TENANT_OF_FOLDER =
            ColumnAttribute.of(Folder.class, "tenant", String.class);

    private Office() {}

    @MappedSuperclass
    abstract static class Kept {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        LocalDateTime deletedAt;

        String tenant;
    }

    @Entity(name = "folder")
    static class Folder extends Kept {
        String label;

        @OneToMany(mappedBy = "folder", cascade = CascadeType.ALL)
        List<Paper> papers = new ArrayList<>();

        Folder(String label, Paper... papers) {
            this.label = label;
            this.papers.addAll(List.of(papers));
        }
    }

    @Entity(name = "paper")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Paper extends Kept {
        String title;

        @ManyToOne(fetch = FetchType.LAZY)
        Folder folder;

        Paper(String title) {
            this.title = title;
        }
    }

    @Entity(name = "letter")
    static class Letter extends Paper {
        String receiver;

        Letter(String title, String receiver) {
            super(title);
            this.receiver = receiver;
        }
    }

    /** Has nothing to do with the others. */
    @Entity(name = "clerk")
    static class Clerk {
        @Id
        String name;

        Clerk(String name) {
            this.name = name;
        }
    }

    /** Its members are removed as orphans. */
    @Entity(name = "binder")
    static class Binder {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @OneToMany(mappedBy = "binder", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Sheet> sheets = new ArrayList<>();
    }

    @Entity(name = "sheet")
    static class Sheet extends Kept {
        @ManyToOne(fetch = FetchType.LAZY)
        Binder binder;
    }

    /** A superclass that could bring its subclass past a filter. */
    @Entity(name = "thing")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Thing {
        @Id
        Integer id;
    }

    @Entity(name = "toy")
    static class Toy extends Thing {
        LocalDateTime lostAt;
        int pieces;
    }

    /** Each class has a table of its own. */
    @Entity(name = "ticket")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Ticket {
        @Id
        Integer number;

        LocalDateTime deletedAt;

        Ticket(Integer number) {
            this.number = number;
        }
    }

    @Entity(name = "season_ticket")
    static class SeasonTicket extends Ticket {
        int year = 2026;

        SeasonTicket(Integer number) {
            super(number);
        }
    }
}
