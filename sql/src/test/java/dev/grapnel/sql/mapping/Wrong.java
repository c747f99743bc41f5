package dev.grapnel.sql.mapping;

import dev.grapnel.core.annotation.GeneratedColumn;
import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.core.annotation.InsertExpression;
import dev.grapnel.core.annotation.Load;
import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.annotation.PassiveDeletes;
import dev.grapnel.core.annotation.UpdateDefault;
import dev.grapnel.core.annotation.UpdateExpression;
import dev.grapnel.core.instrument.DynamicCollection;
import dev.grapnel.core.instrument.WriteOnlyCollection;
import dev.grapnel.sql.schema.SqlDefault;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Classes that cannot be mapped, each with one mistake. */
@SuppressWarnings("rawtypes")
final class Wrong {
    private Wrong() {}

    static class Plain {
        int id;
    }

    @MappedSuperclass
    abstract static class Base {
        @Id
        int id;
    }

    @Entity
    static class Good extends Base {
        String name;
    }

    @Entity
    static class Keyless {
        String name;
    }

    @Entity
    static class UnknownType extends Base {
        Optional<String> maybe;
    }

    @Entity
    @Table(name = "Good")
    static class OtherColumns extends Base {
        String title;
    }

    @Entity
    @Table(name = "Good")
    static class SameColumns extends Base {
        String name;
    }

    @Entity
    @Table(name = "Good")
    static class OtherType extends Base {
        int name;
    }

    @Entity
    static class UnknownOtherSide extends Base {
        @OneToMany(mappedBy = "wonerr")
        List<Owned> owned = new ArrayList<>();
    }

    @Entity
    static class Owned extends Base {
        @ManyToOne
        Good ownerr;
    }

    @Entity
    static class OtherSideOfAnother extends Base {
        @OneToMany(mappedBy = "ownerr")
        List<Owned> owned = new ArrayList<>();
    }

    @Entity
    static class ToUnmapped extends Base {
        @ManyToOne
        Good good;
    }

    @Entity
    static class ToPlain extends Base {
        @ManyToOne
        Plain plain;
    }

    @Entity
    static class NoElementType extends Base {
        @OneToMany
        List things = new ArrayList();
    }

    @Entity
    static class DerivedIdentity {
        @Id
        @OneToMany
        List<Good> goods;
    }

    @Entity
    static class DerivedTwice {
        @Id
        @MapsId
        @ManyToOne
        Good good;
    }

    @Entity
    static class OwnCollection extends Base {
        @OneToMany
        ArrayList<Good> goods = new ArrayList<>();
    }

    @Entity
    static class EagerQueue extends Base {
        @OneToMany(fetch = FetchType.EAGER)
        WriteOnlyCollection<Good> goods;
    }

    @Entity
    static class LoadedQueue extends Base {
        @OneToMany
        @Load(LoadStrategy.SELECTIN)
        DynamicCollection<Good> goods;
    }

    @Entity
    static class SingleQueue extends Base {
        @ManyToOne
        WriteOnlyCollection<Good> good;
    }

    @Entity
    static class MapWithoutKey extends Base {
        @OneToMany
        Map<String, Good> goods;
    }

    @Entity
    static class BySequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unknown")
        long id;
    }

    @Entity
    static class ByTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "nowhere")
        long id;
    }

    @Entity
    static class ByNothing {
        @Id
        @GeneratedValue(generator = "nothing")
        @TableGenerator(name = "nothing", allocationSize = 0)
        long id;
    }

    @Entity
    static class NumberByUuid {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        long id;
    }

    @Entity
    static class EmptyBlocks {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(allocationSize = 0)
        long id;
    }

    @Entity
    static class Round {
        @Id
        long id;

        @ManyToOne
        @MapsId
        Round other;
    }

    @Entity
    static class GeneratedTwice {
        @Id
        @GeneratedValue
        long id;

        @ManyToOne
        @MapsId
        Good good;
    }

    @Entity
    static class OfTwoParts {
        @Id
        int first;

        @Id
        int second;
    }

    @Entity
    static class OfTooFew {
        @Id
        int first;

        @ManyToOne
        @MapsId
        OfTwoParts other;
    }

    @Entity
    static class OfOtherNames {
        @Id
        int first;

        @Id
        int third;

        @ManyToOne
        @MapsId
        OfTwoParts other;
    }

    @Entity
    static class OfNoPart {
        @Id
        long id;

        @ManyToOne
        @MapsId("number")
        Good good;
    }

    @Entity
    static class GeneratedText {
        @Id
        @GeneratedValue
        String id;
    }

    @Entity
    static class TextVersion extends Base {
        @Version
        String version;
    }

    @Entity
    @Cacheable
    static class Cached extends Base {}

    @Entity
    static class Getter extends Base {
        @Column(name = "n")
        String getName() {
            return "";
        }
    }

    @Entity
    static class PropertyWithoutField {
        private long id;
        private String title;

        @Id
        public long getId() {
            return id;
        }

        public String getName() {
            return title;
        }

        public void setName(String name) {
            title = name;
        }
    }

    @Entity
    @Access(AccessType.PROPERTY)
    static class FieldOfProperty extends Base {
        @Column(name = "n")
        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity
    @Access(AccessType.PROPERTY)
    static class FieldBesideProperties extends Base {
        @Column(name = "n")
        private String name;
    }

    @Entity
    @Access(AccessType.PROPERTY)
    static class TransientBehindProperty extends Base {
        @Transient
        private String name;

        public String getName() {
            return name;
        }
    }

    @Entity
    @SecondaryTable(name = "details")
    static class UnknownSecondaryTable extends Base {
        @Column(table = "detials")
        String text;
    }

    @Entity
    static class NoSecondaryTable extends Base {
        @Column(table = "details")
        String text;
    }

    @Entity
    @SecondaryTable(name = "more")
    static class VersionInSecondaryTable extends Base {
        @Version
        @Column(table = "more")
        int version;
    }

    @Entity
    @SecondaryTable(name = "below")
    static class SecondaryBelow extends Good {}

    @Entity
    @SecondaryTable(name = "extra", pkJoinColumns = @PrimaryKeyJoinColumn(name = "x", referencedColumnName = "ident"))
    static class SecondaryReference extends Base {}

    @Entity
    @Table(indexes = @Index(columnList = "txet"))
    static class IndexOfNothing extends Base {
        String text;
    }

    @Entity
    @Table(indexes = @Index(columnList = "text UP"))
    static class IndexUpwards extends Base {
        String text;
    }

    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = "none"))
    static class UniqueNothing extends Base {}

    @Entity
    static class EnumsAlike extends Base {
        enum Grade {
            A,
            B;

            @EnumeratedValue
            final int number = 1;
        }

        Grade grade;
    }

    @Entity
    static class EnumOfOtherKind extends Base {
        enum Level {
            LOW;

            @EnumeratedValue
            final int number = 1;
        }

        @Enumerated(EnumType.STRING)
        Level level;
    }

    @Entity
    @SuppressWarnings("deprecation")
    static class TemporalText extends Base {
        @Temporal(TemporalType.DATE)
        String text;
    }

    @Entity
    static class ColumnOfElements extends Base {
        @ElementCollection
        @Column(updatable = false)
        List<String> texts;
    }

    @Entity
    static class JoinOfElements extends Base {
        @ElementCollection
        @CollectionTable(joinColumns = @JoinColumn(name = "owner", updatable = false))
        List<String> texts;
    }

    @Entity
    @AssociationOverride(name = "good", joinColumns = @JoinColumn(name = "g"))
    static class AssociationOfNothing extends Base {}

    @Entity
    @Convert(converter = PlainText.class)
    static class UnnamedConvert extends Base {}

    @Entity
    static class NamedConvert extends Base {
        @Convert(attributeName = "street", converter = PlainText.class)
        String text;
    }

    @Entity
    static class ColumnOfType extends Base {
        @Column(options = "compressed")
        String text;
    }

    @Entity
    static class TwiceOneColumn extends Base {
        String name;

        @Column(name = "name")
        String other;
    }

    @Entity
    static class WrongKeyType extends Base {
        String good_id;

        @ManyToOne
        Good good;
    }

    @Entity
    static class TooManyColumns extends Base {
        @ManyToOne
        @JoinColumn(name = "a")
        @JoinColumn(name = "b")
        Good good;
    }

    @Entity
    static class ToOtherColumn extends Base {
        @ManyToOne
        @JoinColumn(name = "a", referencedColumnName = "label")
        Good good;
    }

    @Entity
    static class WrongOrder extends Base {
        @ManyToMany
        @OrderBy("nam DESC")
        List<Good> goods = new ArrayList<>();
    }

    @Entity
    static class StrangeOrder extends Base {
        @ManyToMany
        @OrderBy("name DOWN")
        List<Good> goods = new ArrayList<>();
    }

    @Entity
    static class TableForOne extends Base {
        @ManyToOne
        @JoinTable(name = "t")
        Good good;
    }

    @Entity
    static class LoadOfValue extends Base {
        @Load(LoadStrategy.JOINED)
        String name;
    }

    @Entity
    static class ColumnOfReference extends Base {
        @ManyToOne
        @Column(name = "g")
        Good good;
    }

    @Entity
    static class LargeNumber extends Base {
        @Lob
        int number;
    }

    record Key(int a) {}

    @Entity
    @IdClass(Key.class)
    static class OtherKeyClass {
        @Id
        int a;

        @Id
        int b;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class PerClass extends Base {}

    @Entity
    @DiscriminatorValue("told")
    static class ToldPerClass extends PerClass {}

    @Entity
    @Table(name = "PerClass")
    static class SameTable extends PerClass {}

    @Entity
    static class LeftAndDeleted extends Base {
        @OneToMany(orphanRemoval = true)
        @PassiveDeletes(all = true)
        List<Good> goods = new ArrayList<>();
    }

    static class PlainText implements AttributeConverter<Boolean, String> {
        @Override
        public String convertToDatabaseColumn(Boolean value) {
            return value.toString();
        }

        @Override
        public Boolean convertToEntityAttribute(String text) {
            return Boolean.valueOf(text);
        }
    }

    @Converter(autoApply = true)
    static class BooleanText extends PlainText {}

    @Converter
    static class ToObject implements AttributeConverter<Boolean, Object> {
        @Override
        public Object convertToDatabaseColumn(Boolean value) {
            return value;
        }

        @Override
        public Boolean convertToEntityAttribute(Object value) {
            return (Boolean) value;
        }
    }

    @Entity
    static class ConvertedNumber extends Base {
        @Convert(converter = PlainText.class)
        int number;
    }

    @Entity
    static class ConvertedKey {
        @Id
        @Convert(converter = PlainText.class)
        Boolean id;
    }

    @Entity
    static class NoConverter extends Base {
        @Convert
        String text;
    }

    @Entity
    @Convert(attributeName = "text", converter = PlainText.class)
    static class ConvertedClass extends Base {
        String text;
    }

    @Entity
    static class GeneratedVersion extends Base {
        @Version
        @GeneratedColumn
        int version;
    }

    @Entity
    static class EmptyExpression extends Base {
        @InsertExpression(" ")
        int number;
    }

    static final class Zero implements SqlDefault<Integer> {
        @Override
        public org.jooq.Field<Integer> get() {
            return org.jooq.impl.DSL.inline(0);
        }
    }

    @Entity
    static class TwoDefaults extends Base {
        @UpdateDefault(Zero.class)
        @UpdateExpression("1")
        int number;
    }

    @Entity
    static class ExpressedVersion extends Base {
        @Version
        @InsertDefault(Zero.class)
        int version;
    }

    @Entity
    static class ExpressedNever extends Base {
        @Column(updatable = false)
        @UpdateExpression("1")
        int number;
    }

    @Entity
    static class ExpressedAndGenerated {
        @Id
        @GeneratedValue
        @InsertExpression("1")
        int id;
    }

    @Entity
    static class ChangingKey {
        @Id
        @UpdateDefault(Zero.class)
        int id;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class CountedPerClass {
        @Id
        @GeneratedValue
        int id;
    }

    @Entity
    static class Child extends Good {}

    @Entity
    @Inheritance
    static class Parent extends Base {}

    @Entity
    @DiscriminatorValue("Parent")
    static class SameValue extends Parent {}

    @Entity
    static class KeyAgain extends Parent {
        @Id
        int own;
    }

    @Entity
    static class LateKey extends Base {
        @OneToMany
        @JoinColumn(name = "late_id")
        List<Good> goods = new ArrayList<>();
    }
}
