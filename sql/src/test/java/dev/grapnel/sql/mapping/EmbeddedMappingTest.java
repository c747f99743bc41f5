package dev.grapnel.sql.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.mapping.EmbeddedProperty;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An embedded value")
class EmbeddedMappingTest extends MappingTest {
    private static final String HERE = EmbeddedMappingTest.class.getName() + '$';

    @MappedSuperclass
    abstract static class Base {
        @Id
        int id;
    }

    @Embeddable
    record Span(
            int start,
            @Column(name = "finish", nullable = false) int end) {}

    @MappedSuperclass
    abstract static class Traced {
        String source;
    }

    @Embeddable
    static class Place extends Traced {
        String town;

        @Basic(optional = false)
        String country;

        Span open;

        @Transient
        String note;
    }

    @Entity
    static class Shop extends Base {
        Place place;
    }

    @MappedSuperclass
    abstract static class Located extends Base {
        String label;
        Place place;
    }

    @Entity
    @AttributeOverride(name = "label", column = @Column(name = "sign"))
    @AttributeOverride(name = "place.town", column = @Column(name = "city"))
    static class Stall extends Located {}

    // ---- what is made ----

    @Test
    void hasAnAttributeForEachOfItsParts() {
        TableMapper mapper = map(Shop.class).mapper(Shop.class);

        assertThat(names(mapper.columns()))
                .containsExactly(
                        "id in Shop.id",
                        "place.source in Shop.source",
                        "place.town in Shop.town",
                        "place.country in Shop.country",
                        "place.open.start in Shop.start",
                        "place.open.end in Shop.finish");
        assertThat(mapper.property("place")).isInstanceOf(EmbeddedProperty.class);
    }

    @Test
    void mayBeNullUnlessAColumnIsSaidToBeRequired() {
        TableMapper mapper = map(Shop.class).mapper(Shop.class);

        assertThat(mapper.column("place.open.start").column().isNullable()).isTrue();
        assertThat(mapper.column("place.open.end").column().isNullable()).isFalse();
        assertThat(mapper.column("place.country").column().isNullable()).isFalse();
    }

    @Test
    void ofAMappedSuperclassHasTheColumnsThatTheEntityNames() {
        TableMapper mapper = map(Stall.class).mapper(Stall.class);

        assertThat(mapper.column("place.town").column().name()).isEqualTo("city");
        assertThat(mapper.column("label").column().name()).isEqualTo("sign");
    }

    @Test
    void hasNoColumnOfItsOwn() {
        TableMapper mapper = map(Shop.class).mapper(Shop.class);

        assertThatThrownBy(() -> mapper.column("place"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Cannot find the column of attribute Shop.place: it is an embedded value with the parts"
                                + " [place.source, place.town, place.country, place.open.start, place.open.end]. Name one of them.");
    }

    @Test
    void isAnAttributeOfTheClassThatInheritsIt() {
        TableMapper mapper = map(Stall.class).mapper(Stall.class);

        assertThat(Objects.requireNonNull(mapper.property("place")).declaringType())
                .isEqualTo(Stall.class);
    }

    @Entity
    static class Diary extends Base {
        @ElementCollection
        Set<String> words;

        @ElementCollection
        @OrderColumn
        List<Span> spans;

        @ElementCollection
        @AttributeOverride(name = "value.start", column = @Column(name = "begin"))
        Map<Integer, Span> days;
    }

    @Test
    void ofACollectionIsInATableOfItsOwn() {
        TableMapper mapper = map(Diary.class).mapper(Diary.class);

        assertThat(mapper.elementTables())
                .extracting(ElementTable::table)
                .extracting(table -> table.name() + columnNames(table.columns()) + columnNames(table.primaryKey()))
                .containsExactly(
                        "Diary_words[Diary_id, words][Diary_id, words]",
                        "Diary_spans[Diary_id, spans_ORDER, start, finish][Diary_id, spans_ORDER]",
                        "Diary_days[Diary_id, days_KEY, begin, finish][Diary_id, days_KEY]");
    }

    // ---- what is refused ----

    static class Plain {
        int x;
    }

    @Entity
    static class OfPlain extends Base {
        @Embedded
        Plain plain;
    }

    @Entity
    static class Twice extends Base {
        Span first;
        Span second;
    }

    @Entity
    static class WrongOverride extends Base {
        @AttributeOverride(name = "strat", column = @Column(name = "begin"))
        Span span;
    }

    @Entity
    static class OverrideOfValue extends Base {
        @AttributeOverride(name = "name", column = @Column(name = "title"))
        String name;
    }

    @Entity
    @AttributeOverride(name = "lable", column = @Column(name = "sign"))
    static class WrongInherited extends Located {}

    @Entity
    static class OneColumn extends Base {
        @Column(name = "span")
        Span span;
    }

    @Embeddable
    static class Endless {
        int x;
        Endless next;
    }

    @Entity
    static class OfEndless extends Base {
        Endless endless;
    }

    @Embeddable
    static class Referring {
        @ManyToOne
        Shop shop;
    }

    @Entity
    static class OfReferring extends Base {
        Referring referring;
    }

    @Embeddable
    static class Counted {
        @Version
        int version;
    }

    @Entity
    static class OfCounted extends Base {
        Counted counted;
    }

    @Embeddable
    static class Nothing {
        @Transient
        int x;
    }

    @Entity
    static class OfNothing extends Base {
        Nothing nothing;
    }

    @Embeddable
    record Half(int x, @Transient int y) {}

    @Entity
    static class OfHalf extends Base {
        Half half;
    }

    @Entity
    static class Keyed {
        @Id
        Span key;
    }

    @Entity
    static class KeyedTwice extends Base {
        @EmbeddedId
        Span key;
    }

    @Entity
    static class KeyedByPlain {
        @EmbeddedId
        Plain key;
    }

    @Entity
    static class OrderedWords extends Base {
        @ElementCollection
        @OrderBy("x")
        List<String> words;
    }

    @Entity
    static class LargeSpan extends Base {
        @Lob
        Span span;
    }

    @Entity
    static class OfArrayList extends Base {
        @ElementCollection
        ArrayList<String> names;
    }

    @Entity
    static class Untyped extends Base {
        @ElementCollection
        @SuppressWarnings("rawtypes")
        List names;
    }

    @Entity
    static class OrderedSet extends Base {
        @ElementCollection
        @OrderColumn
        Set<String> names;
    }

    @Entity
    static class KeyedList extends Base {
        @ElementCollection
        @MapKeyColumn
        List<String> names;
    }

    @Entity
    static class PositionOfShops extends Base {
        @OneToMany
        @OrderColumn
        Set<Shop> shops;
    }

    @Entity
    static class OrderedTwice extends Base {
        @OneToMany
        @OrderBy("name")
        @OrderColumn
        List<Shop> shops;
    }

    @Entity
    static class PositionOfOne extends Base {
        @OrderColumn
        String shop;
    }

    @Entity
    static class TwiceInRow extends Base {
        @ElementCollection
        @MapKeyColumn(name = "name")
        @Column(name = "name")
        Map<String, String> names;
    }

    @Entity
    static class TwiceOneTable extends Base {
        @ElementCollection
        @CollectionTable(name = "word")
        List<String> names;

        @ElementCollection
        @CollectionTable(name = "word")
        List<String> others;
    }

    @Entity
    static class OfUnknown extends Base {
        @ElementCollection
        Map<Plain, String> names;
    }

    static Stream<Arguments> wrongClasses() {
        return Stream.of(
                arguments(
                        OfPlain.class,
                        "Cannot map field @OfPlain.plain: it has @Embedded, and @Plain is not annotated with @Embeddable. Annotate that class,"
                                + " or leave @Embedded out."),
                arguments(
                        Twice.class,
                        "Cannot map attribute @Twice.second.start: its column 'start' is mapped by attribute 'first.start' already. Give one"
                                + " of them another column with @AttributeOverride(name = …, column = @Column(name = …))."),
                arguments(
                        WrongOverride.class,
                        "Cannot map field @WrongOverride.span: @AttributeOverride names 'strat', and Span has no such attribute. Did you mean"
                                + " 'start'?"),
                arguments(
                        OverrideOfValue.class,
                        "Cannot map field @OverrideOfValue.name: @AttributeOverride is for embedded values, and this is a plain one. Use"
                                + " @Column."),
                arguments(
                        WrongInherited.class,
                        "Cannot map class @WrongInherited: @AttributeOverride names 'lable', and no mapped superclass has such an attribute."
                                + " Did you mean 'label'?"),
                arguments(
                        OneColumn.class,
                        "Cannot map field @OneColumn.span: @Column is for one column, and the embedded value has several. Use"
                                + " @AttributeOverride(name = …, column = @Column(…))."),
                arguments(
                        OfEndless.class,
                        "Cannot map field @Endless.next: class @Endless contains itself, so its columns never end. Make it an entity and refer"
                                + " to it."),
                arguments(
                        OfReferring.class,
                        "Cannot map field @Referring.shop: relationships and collections inside of an embeddable class are not supported yet."
                                + " Declare them in the entity class."),
                arguments(
                        OfCounted.class,
                        "Cannot map field @Counted.version: @Version belongs to an entity class, and this is an embeddable one. Declare the"
                                + " field in the entity class."),
                arguments(
                        OfNothing.class,
                        "Cannot map field @OfNothing.nothing: class @Nothing has no persistent field, so there is nothing to embed. Give it"
                                + " one, or leave the field out with @Transient."),
                arguments(
                        OfHalf.class,
                        "Cannot map field @OfHalf.half: component 'y' of record @Half has @Transient, and a record is made of all its"
                                + " components. Leave it out."),
                arguments(
                        OfArrayList.class,
                        "Cannot map field @OfArrayList.names: it holds several values, and java.util.ArrayList cannot be watched. Declare it"
                                + " as java.util.List, java.util.Set, java.util.Collection or java.util.Map."),
                arguments(
                        Untyped.class,
                        "Cannot map field @Untyped.names: the type of its elements is not known, because List has no type argument. Declare"
                                + " it like List<String> or Map<String, String>."),
                arguments(
                        OrderedSet.class,
                        "Cannot map field @OrderedSet.names: @OrderColumn keeps the order of a list, and the field is of java.util.Set."
                                + " Declare it as java.util.List, or leave @OrderColumn out."),
                arguments(
                        KeyedList.class,
                        "Cannot map field @KeyedList.names: @MapKeyColumn, @MapKeyJoinColumn, @MapKeyEnumerated, @MapKeyTemporal and @MapKeyClass are for maps,"
                                + " and the field is of java.util.List. Leave them out."),
                arguments(
                        PositionOfShops.class,
                        "Cannot map field @PositionOfShops.shops: @OrderColumn keeps the order of a list, and the field is of java.util.Set."
                                + " Declare it as java.util.List, or leave @OrderColumn out."),
                arguments(
                        OrderedTwice.class,
                        "Cannot map field @OrderedTwice.shops: it has @OrderColumn and @OrderBy, and a list has one order. Decide for one."),
                arguments(
                        PositionOfOne.class,
                        "Cannot map field @PositionOfOne.shop: @OrderColumn keeps the positions in a list of objects or values, and this is a"
                                + " plain value. Leave it out."),
                arguments(
                        TwiceInRow.class,
                        "Cannot map collection TwiceInRow.names: two of its columns are named 'name'. Give one of them another name with"
                                + " @Column, @MapKeyColumn, @AttributeOverride or @CollectionTable."),
                arguments(
                        TwiceOneTable.class,
                        "Cannot map collection TwiceOneTable.others: its table 'word' is used already. Give it one of its own with"
                                + " @CollectionTable(name = …)."),
                arguments(
                        OfUnknown.class,
                        "Cannot map field @OfUnknown.names: its keys are of @Plain, and no column type is known for such values. Use a type"
                                + " that a column can hold."),
                arguments(
                        Keyed.class,
                        "Cannot map field @Keyed.key: it has @Id and holds an embedded value. Use @EmbeddedId for a key of several columns."),
                arguments(
                        KeyedTwice.class,
                        "Cannot map class @KeyedTwice: it has @Id and @EmbeddedId. Decide for one of them."),
                arguments(
                        KeyedByPlain.class,
                        "Cannot map field @KeyedByPlain.key: it has @EmbeddedId, and @Plain is not annotated with @Embeddable. Annotate that"
                                + " class, or leave @EmbeddedId out."),
                arguments(
                        OrderedWords.class,
                        "Cannot map field @OrderedWords.words: @OrderBy is for relationships, and this is a plain value. Leave it out, or"
                                + " declare the relationship with @ManyToOne, @OneToMany, @OneToOne or @ManyToMany."),
                arguments(
                        LargeSpan.class,
                        "Cannot map field @LargeSpan.span: @Lob is for one column, and the embedded value has several. Put it into the"
                                + " embeddable class."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClasses")
    void isRefusedWithAMessageThatSaysWhatToDo(Class<?> type, String message) {
        assertThatThrownBy(() -> map(type)).isInstanceOf(MappingException.class).hasMessage(inFull(message));
    }

    /** Messages name classes in full; here an @ stands for what their names begin with, unless it is that of an annotation. */
    private static String inFull(String message) {
        String full = message;
        for (Class<?> type : EmbeddedMappingTest.class.getDeclaredClasses()) {
            full = full.replaceAll(
                    "@" + type.getSimpleName() + "\\b",
                    java.util.regex.Matcher.quoteReplacement(HERE + type.getSimpleName()));
        }
        return full + " [MAPPING]";
    }
}
