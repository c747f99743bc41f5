package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.PassiveUpdates;
import dev.grapnel.core.annotation.UnconfirmedDeletes;
import dev.grapnel.core.annotation.VersionedBy;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keys that change, keys that refer to each other, and versions of all kinds. */
final class Garden {
    static final Class<?>[] ALL = {
        Bed.class, Plant.class, Leaf.class, Row.class, Tag.class, Seed.class, Sack.class, Pot.class,
    };

    private Garden() {}

    /** Its name is its key, and no constraint of the database watches over it. */
    @Entity
    @Table(name = "bed")
    static class Bed {
        @Id
        String name;

        @OneToMany(mappedBy = "bed")
        List<Plant> plants = new ArrayList<>();

        @OneToMany(mappedBy = "bed")
        @PassiveUpdates(false)
        List<Tag> tags = new ArrayList<>();

        @OneToMany(mappedBy = "bed")
        List<Row> rows = new ArrayList<>();

        Bed(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "plant")
    static class Plant {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        @JoinColumn(name = "bed_name", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Bed bed;

        @OneToMany(mappedBy = "plant", cascade = CascadeType.PERSIST, orphanRemoval = true)
        List<Leaf> leaves = new ArrayList<>();
    }

    @Entity
    @Table(name = "leaf")
    static class Leaf {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        Plant plant;

        @OneToMany(mappedBy = "leaf", cascade = CascadeType.ALL)
        List<Seed> seeds = new ArrayList<>();
    }

    record RowKey(String bedName, int number) {}

    /** The name of its bed is a part of its key. */
    @Entity
    @Table(name = "garden_row")
    @IdClass(RowKey.class)
    static class Row {
        @Id
        String bedName;

        @Id
        int number;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "bedName", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Bed bed;

        Row(Bed bed, int number) {
            this.bed = bed;
            this.number = number;
        }
    }

    /** Follows the key of its bed by a statement of the library; its own key is given by the program. */
    @Entity
    @Table(name = "tag")
    static class Tag {
        @Id
        Integer id;

        String text;

        @Version
        int version;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "bed_name", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Bed bed;

        Tag(int id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "seed")
    static class Seed {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String text;

        @ManyToOne(fetch = FetchType.LAZY)
        Leaf leaf;

        @Version
        Instant version;
    }

    /** Its version is what the program says. */
    @Entity
    @Table(name = "sack")
    static class Sack {
        @Id
        Integer id;

        String text;

        @Version
        @VersionedBy(VersionedBy.Program.class)
        Integer version;

        Sack(int id) {
            this.id = id;
        }
    }

    /** Its version is a text that grows. */
    @Entity
    @Table(name = "pot")
    @UnconfirmedDeletes
    static class Pot {
        @Id
        Integer id;

        String text;

        @Version
        @VersionedBy(Growing.class)
        String version;

        Pot(int id) {
            this.id = id;
        }
    }

    static final class Growing implements UnaryOperator<String> {
        @Override
        public String apply(String present) {
            return present == null ? "v" : present + "v";
        }
    }
}
