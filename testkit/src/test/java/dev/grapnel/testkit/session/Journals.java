package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.PassiveDeletes;
import dev.grapnel.core.annotation.Validates;
import dev.grapnel.core.instrument.DynamicCollection;
import dev.grapnel.core.instrument.WriteOnlyCollection;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;

/** A journal has more lines, topics and remarks than anybody wants in memory; the readers of a magazine are asked for anew each time. */
final class Journals {
    static final Class<?>[] ALL = {
        Journal.class,
        Magazine.class,
        Line.class,
        Topic.class,
        Remark.class,
        Reader.class,
        Badge.class,
        Folder.class,
        Sheet.class
    };

    private Journals() {}

    @MappedSuperclass
    abstract static class Named implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Entity
    @Table(name = "journal")
    static class Journal extends Named {
        private static final long serialVersionUID = 1L;

        @OneToMany(mappedBy = "journal", cascade = CascadeType.ALL, orphanRemoval = true)
        @PassiveDeletes
        WriteOnlyCollection<Line> lines;

        @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @PassiveDeletes
        WriteOnlyCollection<Topic> topics;

        @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.REFRESH})
        @JoinColumn(name = "journal_id")
        WriteOnlyCollection<Remark> remarks;

        Journal(String name) {
            super(name);
        }

        Journal with(Line... some) {
            lines = WriteOnlyCollection.of(some);
            return this;
        }

        @Validates("remarks")
        Remark checked(String attribute, Remark remark) {
            if (remark.name.isEmpty()) {
                throw new IllegalArgumentException("an empty remark");
            }
            return remark;
        }
    }

    @Entity
    @Table(name = "line")
    static class Line extends Named {
        private static final long serialVersionUID = 1L;

        Integer length;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "journal_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Journal journal;

        Line(String name) {
            super(name);
            this.length = name.length();
        }
    }

    @Entity
    @Table(name = "topic")
    static class Topic extends Named {
        private static final long serialVersionUID = 1L;

        @ManyToMany(mappedBy = "topics")
        @PassiveDeletes
        WriteOnlyCollection<Journal> journals;

        Topic(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "remark")
    static class Remark extends Named {
        private static final long serialVersionUID = 1L;

        Remark(String name) {
            super(name);
        }
    }

    /** Asks for its readers and badges each time. */
    @Entity
    @Table(name = "magazine")
    static class Magazine extends Named {
        private static final long serialVersionUID = 1L;

        @OneToMany(mappedBy = "magazine", cascade = CascadeType.ALL)
        @OrderBy("name")
        DynamicCollection<Reader> readers;

        @ManyToMany(cascade = CascadeType.PERSIST)
        @OrderBy("name desc")
        DynamicCollection<Badge> badges;

        Magazine(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "reader")
    static class Reader extends Named {
        private static final long serialVersionUID = 1L;

        @ManyToOne(fetch = FetchType.LAZY)
        Magazine magazine;

        Reader(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "badge")
    static class Badge extends Named {
        private static final long serialVersionUID = 1L;

        Badge(String name) {
            super(name);
        }
    }

    /** What the database deletes with it, or does not. */
    @Entity
    @Table(name = "folder")
    static class Folder extends Named {
        private static final long serialVersionUID = 1L;

        @OneToMany(cascade = CascadeType.ALL)
        @JoinColumn(name = "folder_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        @PassiveDeletes
        WriteOnlyCollection<Sheet> sheets;

        Folder(String name) {
            super(name);
        }
    }

    @Entity
    @Table(name = "sheet")
    static class Sheet extends Named {
        private static final long serialVersionUID = 1L;

        Sheet(String name) {
            super(name);
        }
    }

    static List<String> names(Iterable<? extends Named> all) {
        return java.util.stream.StreamSupport.stream(all.spliterator(), false)
                .map(each -> each.name)
                .toList();
    }
}
