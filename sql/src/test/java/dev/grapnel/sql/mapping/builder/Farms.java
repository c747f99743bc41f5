package dev.grapnel.sql.mapping.builder;

import dev.grapnel.core.annotation.ActiveHistory;
import dev.grapnel.core.annotation.Deferred;
import dev.grapnel.core.annotation.PassiveDeletes;
import dev.grapnel.core.annotation.SaveOneByOne;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A farm, mapped by annotations, and the same again by a program. */
@SuppressWarnings("unused") // fields are mapped
final class Farms {
    static final Class<?>[] ALL = {
        Farm.class,
        Animal.class,
        Cow.class,
        Hen.class,
        Stall.class,
        Feed.class,
        Passport.class,
        Ration.class,
        Machine.class,
        Tractor.class
    };

    private Farms() {}

    enum Size {
        SMALL,
        LARGE
    }

    @Embeddable
    static class Place {
        @Column(name = "town", length = 40)
        String town;

        boolean hilly;
    }

    @Embeddable
    record RationKey(Long animal, int day) {}

    @Entity(name = "Holding")
    @Table(
            schema = "land",
            name = "farm",
            comment = "where they live",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "one_name",
                            columnNames = {"farm_name", "town"}),
            indexes = @Index(name = "by_name", columnList = "farm_name desc"),
            check = @CheckConstraint(name = "named", constraint = "farm_name <> ''"))
    @SecondaryTable(name = "farm_text", pkJoinColumns = @PrimaryKeyJoinColumn(name = "farm_id"))
    @SaveOneByOne
    static class Farm {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(sequenceName = "farm_keys", allocationSize = 10)
        Long id;

        @Version
        int version;

        @Column(
                name = "farm_name",
                length = 60,
                nullable = false,
                unique = true,
                comment = "as on the sign",
                check = @CheckConstraint(constraint = "farm_name <> 'x'"))
        String name;

        @Column(precision = 8, scale = 3)
        BigDecimal area;

        @Lob
        @Deferred(group = "texts")
        @Column(table = "farm_text")
        String story;

        @Enumerated(EnumType.STRING)
        @ActiveHistory
        Size size;

        @Column(updatable = false)
        String founder;

        @Embedded
        Place place;

        @OneToMany(
                mappedBy = "farm",
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @OrderBy("name")
        List<Animal> animals = new ArrayList<>();

        @OneToMany(
                cascade = {CascadeType.PERSIST, CascadeType.MERGE, CascadeType.REMOVE},
                orphanRemoval = true)
        @JoinColumn(name = "farm_of_stall")
        @PassiveDeletes
        @MapKey(name = "label")
        Map<String, Stall> stalls = new HashMap<>();

        @ElementCollection
        @CollectionTable(name = "farm_tag", joinColumns = @JoinColumn(name = "of_farm"))
        @OrderColumn(name = "place")
        @Column(name = "tag", length = 20)
        List<String> tags = new ArrayList<>();

        @ElementCollection(fetch = FetchType.EAGER)
        @MapKeyColumn(name = "kind")
        Map<String, Integer> counts = new HashMap<>();

        @ElementCollection
        List<Place> fields = new ArrayList<>();

        String getName() {
            return name;
        }
    }

    @Entity
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "species", discriminatorType = DiscriminatorType.CHAR)
    @DiscriminatorValue("a")
    static class Animal {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;

        @ManyToOne(
                fetch = FetchType.LAZY,
                optional = false,
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinColumn(name = "farm_id")
        Farm farm;

        @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinTable(
                name = "animal_feed",
                joinColumns = @JoinColumn(name = "animal"),
                inverseJoinColumns = @JoinColumn(name = "feed"))
        List<Feed> eats = new ArrayList<>();
    }

    @Entity
    @DiscriminatorValue("c")
    static class Cow extends Animal {
        int litres;
    }

    @Entity
    @DiscriminatorValue("h")
    static class Hen extends Animal {
        @Column(name = "egg_count")
        Integer eggs;
    }

    @Entity
    static class Stall {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        java.util.UUID id;

        String label;
    }

    @Entity
    static class Feed {
        @Id
        String name;

        @ManyToMany(
                mappedBy = "eats",
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        List<Animal> eaters = new ArrayList<>();
    }

    @Entity
    static class Passport {
        @Id
        Long id;

        @OneToOne(
                fetch = FetchType.LAZY,
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @MapsId
        Animal owner;
    }

    @Entity
    static class Ration {
        @EmbeddedId
        RationKey id;

        @ManyToOne(
                fetch = FetchType.LAZY,
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @MapsId("animal")
        Animal animal;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Machine {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        int id;
    }

    @Entity
    @PrimaryKeyJoinColumn(name = "machine_id")
    static class Tractor extends Machine {
        int power;
    }
}
