package dev.grapnel.sql.mapping.annotation;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Converts;
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
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.MapKeyTemporal;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.TableGenerators;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Classes with every member of every annotation that works, for {@link AnnotationTableTest}. */
@SuppressWarnings({"deprecation", "unused", "rawtypes", "JavaUtilDate"}) // what people have
final class Probes {
    static final Class<?>[] ALL = {
        Letters.class,
        Thing.class,
        Part.class,
        Label.class,
        Gauge.class,
        Animal.class,
        Dog.class,
        Vessel.class,
        Boat.class,
        Pair.class,
        Couple.class,
        Named.class,
        Counted.class,
        ByGetter.class,
        Lamp.class,
        Bulb.class
    };

    private Probes() {}

    @Converter(autoApply = true)
    static final class Letters implements AttributeConverter<StringBuilder, String> {
        @Override
        public String convertToDatabaseColumn(StringBuilder value) {
            return value.toString();
        }

        @Override
        public StringBuilder convertToEntityAttribute(String stored) {
            return new StringBuilder(stored);
        }
    }

    static final class YesNo implements AttributeConverter<Boolean, String> {
        @Override
        public String convertToDatabaseColumn(Boolean value) {
            return value ? "Y" : "N";
        }

        @Override
        public Boolean convertToEntityAttribute(String stored) {
            return stored.equals("Y");
        }
    }

    enum Rank {
        LOW("l"),
        HIGH("h");

        @EnumeratedValue
        final String letter;

        Rank(String letter) {
            this.letter = letter;
        }
    }

    enum Tone {
        DARK,
        LIGHT
    }

    @Embeddable
    static class Place {
        String street;
        boolean urban;
    }

    @MappedSuperclass
    abstract static class Rooted {
        String origin;
        boolean checked;

        @ManyToOne(fetch = FetchType.LAZY)
        Part root;

        @ManyToMany
        List<Label> marks = new ArrayList<>();
    }

    @Entity(name = "Item")
    @Table(
            name = "thing",
            schema = "store",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "one_code",
                            columnNames = {"code", "area"}),
            indexes = {
                @Index(name = "by_code", columnList = "code desc, area", unique = true),
                @Index(columnList = "area")
            },
            check = @CheckConstraint(name = "has_code", constraint = "code <> ''"),
            comment = "all things")
    @SecondaryTables({
        @SecondaryTable(
                name = "thing_text",
                schema = "texts",
                pkJoinColumns = @PrimaryKeyJoinColumn(name = "thing_id", referencedColumnName = "ident"),
                uniqueConstraints = @UniqueConstraint(columnNames = "body"),
                indexes = @Index(name = "by_body", columnList = "body"),
                check = @CheckConstraint(constraint = "body <> 'x'"),
                comment = "long texts"),
        @SecondaryTable(name = "thing_more")
    })
    @AttributeOverrides(@AttributeOverride(name = "origin", column = @Column(name = "source", length = 11)))
    @AssociationOverrides({
        @AssociationOverride(name = "root", joinColumns = @JoinColumn(name = "root_of_thing")),
        @AssociationOverride(name = "marks", joinTable = @JoinTable(name = "thing_marks"))
    })
    @Convert(attributeName = "checked", converter = YesNo.class)
    static class Thing extends Rooted {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "things")
        @SequenceGenerator(
                name = "things",
                sequenceName = "thing_keys",
                schema = "store",
                initialValue = 7,
                allocationSize = 3)
        @Column(name = "ident")
        Long id;

        @Version
        int version;

        @Column(
                name = "code",
                unique = true,
                nullable = false,
                insertable = true,
                updatable = false,
                length = 40,
                comment = "printed on it",
                check = @CheckConstraint(name = "short_code", constraint = "code <> 'y'"))
        String code;

        @Column(insertable = false)
        String area;

        @Column(precision = 9, scale = 2)
        BigDecimal price;

        @Column(secondPrecision = 3)
        Instant seen;

        @Column(columnDefinition = "varchar(17) default 'none'")
        String kind;

        @Column(name = "body", table = "thing_text")
        String body;

        @Column(table = "thing_more")
        String more;

        @Basic(fetch = FetchType.LAZY, optional = false)
        String lazy;

        @Lob
        String large;

        @Enumerated(EnumType.STRING)
        Tone tone;

        Rank rank;

        @Temporal(TemporalType.DATE)
        Date born;

        @Convert(converter = YesNo.class)
        Boolean answer;

        @Convert(disableConversion = true)
        String plain;

        StringBuilder builder;

        @Embedded
        @Convert(attributeName = "urban", converter = YesNo.class)
        @AttributeOverride(name = "street", column = @Column(name = "road"))
        Place place;

        @Converts({@Convert(attributeName = "urban", converter = YesNo.class)})
        @AttributeOverrides({
            @AttributeOverride(name = "street", column = @Column(name = "lane")),
            @AttributeOverride(name = "urban", column = @Column(name = "town"))
        })
        Place home;

        @Transient
        String nothing;

        @ElementCollection(targetClass = String.class, fetch = FetchType.EAGER)
        @CollectionTable(
                name = "thing_word",
                schema = "texts",
                joinColumns = @JoinColumn(name = "thing"),
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "word_once",
                                columnNames = {"thing", "word"}),
                indexes = @Index(name = "by_word", columnList = "word"))
        @OrderColumn(name = "place", nullable = false)
        @Column(name = "word")
        List words = new ArrayList<>();

        @ElementCollection
        @MapKeyColumn(name = "tone", length = 5, nullable = false)
        @MapKeyEnumerated(EnumType.STRING)
        Map<Tone, String> tones = new HashMap<>();

        @ElementCollection
        @MapKeyClass(BigDecimal.class)
        @MapKeyColumn(name = "amount", precision = 5, scale = 1)
        Map<?, String> amounts = new HashMap<>();

        @ElementCollection
        @MapKeyColumn(columnDefinition = "varchar(3)")
        Map<String, String> codes = new HashMap<>();

        @ManyToOne(targetEntity = Part.class, cascade = CascadeType.PERSIST, fetch = FetchType.LAZY, optional = false)
        @JoinColumn(
                name = "part_id",
                referencedColumnName = "id",
                unique = true,
                nullable = false,
                insertable = true,
                updatable = false,
                columnDefinition = "bigint",
                check = @CheckConstraint(name = "positive_part", constraint = "part_id > 0"),
                comment = "made of it",
                foreignKey = @ForeignKey(name = "thing_to_part", value = ConstraintMode.CONSTRAINT))
        Object part;

        @ManyToOne
        @JoinColumn(name = "loose_id", insertable = false, foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Part loose;

        @OneToOne(
                targetEntity = Label.class,
                cascade = CascadeType.MERGE,
                fetch = FetchType.LAZY,
                optional = false,
                orphanRemoval = true)
        Object label;

        @ManyToMany(targetEntity = Label.class, cascade = CascadeType.DETACH, fetch = FetchType.EAGER)
        @JoinTable(
                name = "thing_label",
                schema = "store",
                joinColumns = @JoinColumn(name = "of_thing"),
                inverseJoinColumns = @JoinColumn(name = "of_label"),
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "label_once",
                                columnNames = {"of_label"}),
                indexes = @Index(name = "by_label", columnList = "of_label"),
                check = @CheckConstraint(name = "label_known", constraint = "of_label > 0"),
                comment = "what hangs on it")
        @OrderBy("text desc")
        List labels = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "thing_rank")
        @OrderColumn(name = "rank", columnDefinition = "smallint")
        List<Label> ranks = new ArrayList<>();

        @ElementCollection
        @MapKeyColumn(name = "day")
        @MapKeyTemporal(TemporalType.DATE)
        Map<Date, String> days = new HashMap<>();

        @ManyToMany
        @JoinTable(name = "thing_by_part")
        @MapKeyJoinColumns(@MapKeyJoinColumn(name = "part_key", foreignKey = @ForeignKey(name = "key_of_part")))
        Map<Part, Label> byPart = new HashMap<>();

        @ManyToMany
        @JoinTable(name = "thing_by_label")
        @MapKeyJoinColumn(name = "label_key", referencedColumnName = "id", nullable = true)
        Map<Label, Label> byLabel = new HashMap<>();

        @ManyToMany
        @JoinTable(name = "thing_by_typed")
        @MapKeyJoinColumn(name = "typed_key", columnDefinition = "integer")
        Map<Label, Label> byTyped = new HashMap<>();
    }

    @Entity
    static class Part {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "parts")
        @TableGenerators(
                @TableGenerator(
                        name = "parts",
                        table = "counters",
                        schema = "store",
                        pkColumnName = "counter",
                        valueColumnName = "at",
                        pkColumnValue = "part",
                        initialValue = 5,
                        allocationSize = 20))
        Long id;

        @OneToMany(
                targetEntity = Thing.class,
                mappedBy = "part",
                cascade = CascadeType.REFRESH,
                fetch = FetchType.EAGER,
                orphanRemoval = true)
        List things = new ArrayList<>();
    }

    @Entity
    static class Label {
        @Id
        @GeneratedValue
        Long id;

        String text;

        @OneToOne(mappedBy = "label")
        Thing onlyOne;

        @ManyToMany(mappedBy = "labels")
        @MapKey(name = "code")
        Map<String, Thing> things = new HashMap<>();
    }

    @Entity
    static class Gauge {
        @EmbeddedId
        GaugeKey id;

        @MapsId("label")
        @ManyToOne
        Label label;
    }

    @Embeddable
    record GaugeKey(Long label, int number) {}

    @Entity
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "species", discriminatorType = DiscriminatorType.INTEGER, length = 9)
    @DiscriminatorValue("1")
    static class Animal {
        @Id
        Long id;
    }

    @Entity
    @DiscriminatorValue("2")
    static class Dog extends Animal {}

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(length = 12)
    static class Vessel {
        @Id
        Long id;
    }

    @Entity
    @PrimaryKeyJoinColumns(@PrimaryKeyJoinColumn(name = "vessel_id", referencedColumnName = "id"))
    static class Boat extends Vessel {}

    @Entity
    @IdClass(PairKey.class)
    static class Pair {
        @Id
        int one;

        @Id
        int two;
    }

    record PairKey(int one, int two) {}

    @Entity
    static class Couple {
        @Id
        Long id;

        @ManyToOne
        @JoinColumns({
            @JoinColumn(name = "second", referencedColumnName = "two"),
            @JoinColumn(name = "first", referencedColumnName = "one")
        })
        Pair pair;
    }

    @Entity
    @SequenceGenerators(@SequenceGenerator(name = "names", sequenceName = "name_keys"))
    static class Named {
        @Id
        @GeneratedValue(generator = "names")
        Long id;

        @PostLoad
        void loaded() {}
    }

    @Entity
    static class Counted {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity
    @Access(AccessType.PROPERTY)
    static class ByGetter {
        private Long id;

        @Id
        @Column(name = "from_getter")
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }
    }

    @Entity
    static class Lamp {
        @Id
        Long id;

        @OneToMany
        @JoinTable(name = "lamp_bulb")
        List<Bulb> bulbs = new ArrayList<>();
    }

    @Entity
    static class Bulb {
        @Id
        Long id;
    }
}
