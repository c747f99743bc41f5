package dev.grapnel.sql.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.UnmappedClassException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A wrong mapping")
class BadMappingTest extends MappingTest {
    private static final String HERE = "dev.grapnel.sql.mapping.Wrong$";

    static Stream<Arguments> wrongClasses() {
        return Stream.of(
                arguments(
                        List.of(Wrong.Plain.class),
                        "Cannot map class @Plain: it is not annotated with @Entity. Annotate it, or leave it out of the registry."),
                arguments(
                        List.of(Wrong.Base.class),
                        "Cannot map class @Base: it is annotated with @MappedSuperclass, so only its subclasses are mapped. Add those to the"
                                + " registry."),
                arguments(
                        List.of(Wrong.Keyless.class),
                        "Cannot map class @Keyless: it has no identifier. Annotate the field of its primary key with @Id."),
                arguments(
                        List.of(Wrong.Good.class, Wrong.Good.class),
                        "Cannot map class @Good: it is given twice. Add each class once."),
                arguments(
                        List.of(Wrong.UnknownType.class),
                        "Cannot map field @UnknownType.maybe: no column type is known for values of java.util.Optional. Use a type that a"
                                + " column can hold, name a converter with @Convert, declare a relationship with @ManyToOne, @OneToMany, @OneToOne"
                                + " or @ManyToMany, or leave the field out with @Transient."),
                arguments(
                        List.of(Wrong.Good.class, Wrong.OtherColumns.class),
                        "Cannot map class @OtherColumns to table 'Good': class @Good maps it with the columns [id, name], and this class with"
                                + " [id, title]. Map the same columns, use another table, or make one class the superclass of the other with"
                                + " @Inheritance."),
                arguments(
                        List.of(Wrong.Good.class, Wrong.OtherType.class),
                        "Cannot map class @OtherType: its column 'name' of table 'Good' is of int, and another class of that table maps it as"
                                + " java.lang.String. Use one type, or another column."),
                arguments(
                        List.of(Wrong.UnknownOtherSide.class, Wrong.Owned.class, Wrong.Good.class),
                        "Cannot map relationship UnknownOtherSide.owned: it is mapped by 'wonerr', and @Owned has no relationship of that name."
                                + " Did you mean 'ownerr'?"),
                arguments(
                        List.of(Wrong.OtherSideOfAnother.class, Wrong.Owned.class, Wrong.Good.class),
                        "Cannot map relationship OtherSideOfAnother.owned: it is mapped by 'ownerr', and that refers to @Good. Name a"
                                + " relationship to @OtherSideOfAnother."),
                arguments(
                        List.of(Wrong.ToUnmapped.class),
                        "Cannot map relationship ToUnmapped.good: its target @Good is not mapped by this registry. Add that class to the"
                                + " registry."),
                arguments(
                        List.of(Wrong.ToPlain.class),
                        "Cannot map relationship ToPlain.plain: its target @Plain is not annotated with @Entity. Annotate it and add it to the"
                                + " registry."),
                arguments(
                        List.of(Wrong.NoElementType.class),
                        "Cannot map field @NoElementType.things: the type of its elements is not known, because List has no type argument."
                                + " Declare it like List<Order>, or name the class in targetEntity."),
                arguments(
                        List.of(Wrong.DerivedIdentity.class),
                        "Cannot map field @DerivedIdentity.goods: it has @Id, and the columns of a key are those of its own table. Put @Id onto a"
                                + " @ManyToOne or @OneToOne that is not mapped by another class."),
                arguments(
                        List.of(Wrong.DerivedTwice.class),
                        "Cannot map field @DerivedTwice.good: it has @Id and @MapsId. With @Id it is the key itself, with @MapsId a field"
                                + " beside it is. Decide for one."),
                arguments(
                        List.of(Wrong.OwnCollection.class),
                        "Cannot map field @OwnCollection.goods: it refers to several objects, and java.util.ArrayList cannot be watched."
                                + " Declare it as java.util.List, Set, SortedSet, NavigableSet, Collection, Map, SortedMap or NavigableMap,"
                                + " or as a class of your own that extends dev.grapnel.core.instrument.CustomCollection."),
                arguments(
                        List.of(Wrong.EagerQueue.class, Wrong.Good.class),
                        "Cannot map field @EagerQueue.goods: a WriteOnlyCollection is never loaded, and fetch = EAGER says how it is. Leave"
                                + " that out, or declare the field as java.util.List."),
                arguments(
                        List.of(Wrong.LoadedQueue.class, Wrong.Good.class),
                        "Cannot map field @LoadedQueue.goods: a DynamicCollection is never loaded, and @Load says how it is. Leave that out,"
                                + " or declare the field as java.util.List."),
                arguments(
                        List.of(Wrong.SingleQueue.class, Wrong.Good.class),
                        "Cannot map field @SingleQueue.good: it refers to one object, and dev.grapnel.core.instrument.WriteOnlyCollection holds"
                                + " several. Use @OneToMany or @ManyToMany, or declare the field as the entity class."),
                arguments(
                        List.of(Wrong.MapWithoutKey.class),
                        "Cannot map field @MapWithoutKey.goods: a map needs to know the key of an element. Add @MapKey(name = …) with an"
                                + " attribute of the elements, @KeyedBy with a function, or @MapKeyColumn or @MapKeyJoinColumn"
                                + " for a column of its own."),
                arguments(
                        List.of(Wrong.BySequence.class),
                        "Cannot map field @BySequence.id: its generator 'unknown' is not declared. Put @SequenceGenerator(name = \"unknown\") onto"
                                + " the field or the class."),
                arguments(
                        List.of(Wrong.Round.class),
                        "Cannot map class @Round: by @MapsId its key is its own key in the end. Give one of the classes on the way a key of its"
                                + " own."),
                arguments(
                        List.of(Wrong.GeneratedTwice.class),
                        "Cannot map relationship GeneratedTwice.good: by @MapsId it gives the key, and the key comes from the other object, and"
                                + " 'id' is generated. Leave @GeneratedValue, @InsertDefault or @InsertExpression out."),
                arguments(
                        List.of(Wrong.OfTooFew.class, Wrong.OfTwoParts.class),
                        "Cannot map relationship OfTooFew.other: by @MapsId it gives the key, and the key of the other class has 2 fields, and that"
                                + " of its own class has one field. Name what is the key of the other class with @MapsId(\"…\")."),
                arguments(
                        List.of(Wrong.OfOtherNames.class, Wrong.OfTwoParts.class),
                        "Cannot map relationship OfOtherNames.other: by @MapsId it gives the key, and the key of the other class has no field"
                                + " 'third'. Give the fields of both keys the same names."),
                arguments(
                        List.of(Wrong.OfNoPart.class),
                        "Cannot map relationship OfNoPart.good: by @MapsId it gives the key, and the key of its class has no field 'number'. Name"
                                + " one that has @Id, or a field of the class of the @EmbeddedId."),
                arguments(
                        List.of(Wrong.ByTable.class),
                        "Cannot map field @ByTable.id: its generator 'nowhere' is not declared. Put @TableGenerator(name = \"nowhere\") onto the"
                                + " field or the class."),
                arguments(
                        List.of(Wrong.ByNothing.class),
                        "Cannot map field @ByNothing.id: the allocationSize of its counter is 0. Use how many keys are to be taken at once, at"
                                + " least 1."),
                arguments(
                        List.of(Wrong.NumberByUuid.class),
                        "Cannot map field @NumberByUuid.id: GenerationType.UUID gives a java.util.UUID or its text, and the field is of long. Use"
                                + " java.util.UUID or String."),
                arguments(
                        List.of(Wrong.EmptyBlocks.class),
                        "Cannot map field @EmptyBlocks.id: the allocationSize of its sequence is 0. Use the step of the sequence, which is at"
                                + " least 1."),
                arguments(
                        List.of(Wrong.GeneratedText.class),
                        "Cannot map field @GeneratedText.id: the database generates whole numbers, and the field is of java.lang.String. Use a"
                                + " whole number, or leave @GeneratedValue out and assign keys in the program."),
                arguments(
                        List.of(Wrong.TextVersion.class),
                        "Cannot map field @TextVersion.version: a version is counted or a time, and java.lang.String is neither. Use int,"
                                + " long, short or their wrappers, java.time.Instant or java.time.LocalDateTime, or say with @VersionedBy where"
                                + " its values come from."),
                arguments(
                        List.of(Wrong.Cached.class),
                        "Cannot map class @Cached: @Cacheable is not supported. Objects are cached by session; leave it out."),
                arguments(
                        List.of(Wrong.Getter.class),
                        "Cannot map method @Getter.getName(): it has @Column, and those of this class are read from fields. Move the annotation to"
                                + " the field, or add @Access(AccessType.PROPERTY) to the method."),
                arguments(
                        List.of(Wrong.PropertyWithoutField.class),
                        "Cannot map property @PropertyWithoutField.name: there is no field of that name, and values are kept in fields. Name"
                                + " the field like the property, or annotate getName() with @Transient."),
                arguments(
                        List.of(Wrong.FieldOfProperty.class),
                        "Cannot map field @FieldOfProperty.name: it has @Column. The annotations of this property are read from its getter."
                                + " Move the annotation there, or add @Access(AccessType.FIELD) to the field."),
                arguments(
                        List.of(Wrong.FieldBesideProperties.class),
                        "Cannot map field @FieldBesideProperties.name: it has @Column. Annotations of @FieldBesideProperties are read from"
                                + " getters, since that of its key stands at one, and this field has none. Add @Access(AccessType.FIELD) to the"
                                + " field, or a getter with the annotations."),
                arguments(
                        List.of(Wrong.TransientBehindProperty.class),
                        "Cannot map field @TransientBehindProperty.name: its property is persistent, and the field is transient. Annotate the"
                                + " getter with @Transient, too, or let the field be persistent."),
                arguments(
                        List.of(Wrong.UnknownSecondaryTable.class),
                        "Cannot map attribute @UnknownSecondaryTable.text: its column is in table 'detials', and the class has no secondary"
                                + " table of that name. Did you mean 'details'?"),
                arguments(
                        List.of(Wrong.NoSecondaryTable.class),
                        "Cannot map attribute @NoSecondaryTable.text: its column is in table 'details', and the class has no secondary table of"
                                + " that name. Add @SecondaryTable(name = \"details\") to the class."),
                arguments(
                        List.of(Wrong.VersionInSecondaryTable.class),
                        "Cannot map attribute @VersionInSecondaryTable.version: keys and versions are in the main table, and its column is in"
                                + " the secondary table 'more'. Leave table out of its @Column."),
                arguments(
                        List.of(Wrong.Good.class, Wrong.SecondaryBelow.class),
                        "Cannot map class @SecondaryBelow: @SecondaryTable is for a class that heads its hierarchy, with a strategy other than"
                                + " InheritanceType.TABLE_PER_CLASS. Move it there, or map the other table by a class of its own with"
                                + " @OneToOne."),
                arguments(
                        List.of(Wrong.SecondaryReference.class),
                        "Cannot map class @SecondaryReference: the key of its secondary table 'extra' refers to column 'ident', which is no part"
                                + " of its key. It has [id]."),
                arguments(
                        List.of(Wrong.IndexOfNothing.class),
                        "Cannot map class @IndexOfNothing: its index is over column 'txet', and table 'IndexOfNothing' has no such column. Did"
                                + " you mean 'text'?"),
                arguments(
                        List.of(Wrong.IndexUpwards.class),
                        "Cannot read columnList = \"text UP\" of an @Index: it has the step 'text UP'. Write steps like 'name' or 'name DESC',"
                                + " with commas between."),
                arguments(
                        List.of(Wrong.UniqueNothing.class),
                        "Cannot map class @UniqueNothing: its unique constraint is over column 'none', and table 'UniqueNothing' has no such"
                                + " column. It has [id]."),
                arguments(
                        List.of(Wrong.EnumsAlike.class),
                        "Cannot map field @EnumsAlike.grade: the constants A and B of @EnumsAlike$Grade have the same value '1' in the field"
                                + " with @EnumeratedValue. Give each its own."),
                arguments(
                        List.of(Wrong.EnumOfOtherKind.class),
                        "Cannot map field @EnumOfOtherKind.level: @Enumerated says STRING, and the field 'number' of @EnumOfOtherKind$Level with"
                                + " @EnumeratedValue is of int. Leave @Enumerated out."),
                arguments(
                        List.of(Wrong.TemporalText.class),
                        "Cannot map field @TemporalText.text: @Temporal is for java.util.Date, and the field is of java.lang.String. Leave it"
                                + " out; a type of java.time needs no annotation."),
                arguments(
                        List.of(Wrong.ColumnOfElements.class),
                        "Cannot map field @ColumnOfElements.texts: @Column of a collection of values sets insertable, updatable or table, and its"
                                + " values are always written to the table of the collection. Leave them out."),
                arguments(
                        List.of(Wrong.JoinOfElements.class),
                        "Cannot map field @JoinOfElements.texts: column 'owner' of its table is not insertable or not updatable, and nobody else"
                                + " could write it. Leave that out."),
                arguments(
                        List.of(Wrong.AssociationOfNothing.class),
                        "Cannot map class @AssociationOfNothing: @AssociationOverride names 'good', and no mapped superclass has such an"
                                + " attribute. It has [id]."),
                arguments(
                        List.of(Wrong.UnnamedConvert.class),
                        "Cannot map class @UnnamedConvert: @Convert at a class has to name an inherited attribute. Add attributeName = …, or put"
                                + " it onto the field."),
                arguments(
                        List.of(Wrong.NamedConvert.class),
                        "Cannot map field @NamedConvert.text: @Convert with attributeName is for embedded values, and this is a plain one. Leave"
                                + " attributeName out."),
                arguments(
                        List.of(Wrong.ColumnOfType.class),
                        "Cannot map field @ColumnOfType.text: it sets options of @Column, which is not supported yet. Leave it out and"
                                + " make the table by a script of your own."),
                arguments(
                        List.of(Wrong.TwiceOneColumn.class),
                        "Cannot map attribute @TwiceOneColumn.other: its column 'name' is mapped by attribute 'name' already. Give one of them"
                                + " another column with @Column(name = …)."),
                arguments(
                        List.of(Wrong.WrongKeyType.class, Wrong.Good.class),
                        "Cannot map attribute WrongKeyType.good_id: its column 'good_id' holds a key of java.lang.Integer, and its type is"
                                + " java.lang.String. Give it the type of the key."),
                arguments(
                        List.of(Wrong.TooManyColumns.class, Wrong.Good.class),
                        "Cannot map relationship TooManyColumns.good: it names 2 columns, and the key it refers to has 1: [id]. Give one"
                                + " @JoinColumn for each."),
                arguments(
                        List.of(Wrong.ToOtherColumn.class, Wrong.Good.class),
                        "Cannot map relationship ToOtherColumn.good: it refers to column 'label', in which dev.grapnel.sql.mapping.Wrong$Good"
                                + " has no plain value. Refer to the column of a value, or of its key. It has [id, name]."),
                arguments(
                        List.of(Wrong.WrongOrder.class, Wrong.Good.class),
                        "Cannot map relationship WrongOrder.goods: @OrderBy names 'nam', and @Good has no plain value of that name. Did you"
                                + " mean 'name'?"),
                arguments(
                        List.of(Wrong.StrangeOrder.class),
                        "Cannot map field @StrangeOrder.goods: @OrderBy has the step 'name DOWN'. Write steps like 'name' or 'name DESC', with"
                                + " commas between."),
                arguments(
                        List.of(Wrong.TableForOne.class),
                        "Cannot map field @TableForOne.good: @JoinTable for a single reference is not supported yet. Use @JoinColumn, or map the"
                                + " table by a class of its own."),
                arguments(
                        List.of(Wrong.LoadOfValue.class),
                        "Cannot map field @LoadOfValue.name: @Load is for relationships, and this is a plain value. Leave it out, or declare the"
                                + " relationship with @ManyToOne, @OneToMany, @OneToOne or @ManyToMany."),
                arguments(
                        List.of(Wrong.ColumnOfReference.class),
                        "Cannot map field @ColumnOfReference.good: @Column is for plain values, and this is a relationship. Use @JoinColumn."),
                arguments(
                        List.of(Wrong.LargeNumber.class),
                        "Cannot map field @LargeNumber.number: @Lob is for text, bytes and serialisable classes, and the column holds values of int. Leave it out, or change"
                                + " the type."),
                arguments(
                        List.of(Wrong.OtherKeyClass.class),
                        "Cannot map class @OtherKeyClass: its @IdClass @Key has the fields [a], and its @Id fields are [a, b]. Make them the"
                                + " same."),
                arguments(
                        List.of(Wrong.LeftAndDeleted.class, Wrong.Good.class),
                        "Cannot map field @LeftAndDeleted.goods: @PassiveDeletes(all = true) leaves members to the database when their owner is"
                                + " deleted, and a cascade or orphanRemoval deletes them. Decide for one of them."),
                arguments(
                        List.of(Wrong.BooleanText.class),
                        "Cannot use converter @BooleanText: it applies by itself to java.lang.Boolean, which a column can hold as it is, so that"
                                + " typed names would not know of it. Leave autoApply out, and put @Convert(converter = …) onto the fields."),
                arguments(
                        List.of(Wrong.ConvertedNumber.class),
                        "Cannot map field @ConvertedNumber.number: its converter @PlainText is for java.lang.Boolean, and the field is of int. Use a"
                                + " converter for that type."),
                arguments(
                        List.of(Wrong.ConvertedKey.class),
                        "Cannot map field @ConvertedKey.id: @Convert is for data, and the field has @Id, @Version or @Enumerated. Leave one of them"
                                + " out."),
                arguments(
                        List.of(Wrong.NoConverter.class),
                        "Cannot map field @NoConverter.text: @Convert names no converter. Say which with converter = …."),
                arguments(
                        List.of(Wrong.ToObject.class),
                        "Cannot use converter @ToObject: it makes values of java.lang.Object, and a column does not hold those as they are. Convert"
                                + " to a String, a number, a time or byte[]."),
                arguments(
                        List.of(Wrong.ConvertedClass.class),
                        "Cannot map class @ConvertedClass: @Convert names 'text', and no mapped superclass has such an attribute. It has [id]."),
                arguments(
                        List.of(Wrong.GeneratedVersion.class),
                        "Cannot map field @GeneratedVersion.version: @GeneratedColumn says that the database computes the value, so it is no key, no"
                                + " version and has no default. Leave one of the annotations out."),
                arguments(
                        List.of(Wrong.EmptyExpression.class),
                        "Cannot map field @EmptyExpression.number: @InsertExpression has no expression. Give one, as in"
                                + " @InsertExpression(\"current_timestamp\"), or leave it out."),
                arguments(
                        List.of(Wrong.TwoDefaults.class),
                        "Cannot map field @TwoDefaults.number: it has @UpdateDefault and @UpdateExpression, and only one of them can give the"
                                + " value. Leave one out."),
                arguments(
                        List.of(Wrong.ExpressedVersion.class),
                        "Cannot map field @ExpressedVersion.version: @InsertDefault has the database compute the value, and a version has to be"
                                + " known. Leave it out, or let a trigger set the version with @VersionedBy(VersionedBy.Database.class)."),
                arguments(
                        List.of(Wrong.ExpressedNever.class),
                        "Cannot map field @ExpressedNever.number: the statement writes what @UpdateExpression says, and the column has updatable"
                                + " = false. Leave one of them out."),
                arguments(
                        List.of(Wrong.ExpressedAndGenerated.class),
                        "Cannot map field @ExpressedAndGenerated.id: it has @GeneratedValue and @InsertExpression, and only one of them can give"
                                + " the key. Leave one out."),
                arguments(
                        List.of(Wrong.ChangingKey.class),
                        "Cannot map field @ChangingKey.id: @UpdateDefault changes the value with each UPDATE, and the key of a row has to stay."
                                + " Leave it out."),
                arguments(
                        List.of(Wrong.CountedPerClass.class),
                        "Cannot map class @CountedPerClass: with InheritanceType.TABLE_PER_CLASS a key has to be unique in several tables, and each"
                                + " table would count for itself. Use GenerationType.SEQUENCE, TABLE or UUID, or assign keys in the program."),
                arguments(
                        List.of(Wrong.PerClass.class, Wrong.ToldPerClass.class),
                        "Cannot map class @ToldPerClass: it has a discriminator, and with InheritanceType.TABLE_PER_CLASS the table of a row tells"
                                + " its class. Leave @DiscriminatorColumn and @DiscriminatorValue out."),
                arguments(
                        List.of(Wrong.PerClass.class, Wrong.SameTable.class),
                        "Cannot map class @SameTable to table 'PerClass': it is that of class @PerClass, and with InheritanceType.TABLE_PER_CLASS"
                                + " each class has a table of its own. Name another with @Table."),
                arguments(
                        List.of(Wrong.Child.class),
                        "Cannot map class @Child: its superclass @Good is an entity that this registry does not map. Add that class to the"
                                + " registry."),
                arguments(
                        List.of(Wrong.Parent.class, Wrong.SameValue.class),
                        "Cannot map class @SameValue: its discriminator value 'Parent' stands for @Parent already. Give each class of the"
                                + " hierarchy its own with @DiscriminatorValue."),
                arguments(
                        List.of(Wrong.Parent.class, Wrong.KeyAgain.class),
                        "Cannot map class @KeyAgain: it has an identifier of its own, and inherits that of the superclass that is an entity."
                                + " Remove @Id and @IdClass here."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClasses")
    void isRefusedWithAMessageThatSaysWhatToDo(List<Class<?>> classes, String message) {
        assertThatThrownBy(() -> map(classes.toArray(Class<?>[]::new)))
                .isInstanceOf(MappingException.class)
                .hasMessage(inFull(message));
    }

    /** Messages name classes in full; here an @ stands for what their names begin with, unless it is that of an annotation. */
    private static String inFull(String message) {
        String full = message;
        for (Class<?> type : Wrong.class.getDeclaredClasses()) {
            full = full.replaceAll(
                    "@" + type.getSimpleName() + "\\b",
                    java.util.regex.Matcher.quoteReplacement(HERE + type.getSimpleName()));
        }
        return full + " [MAPPING]";
    }

    @Test
    void leavesTheClassFreeToBeMappedBetter() {
        assertThatThrownBy(() -> map(Wrong.Good.class, Wrong.OtherColumns.class))
                .isInstanceOf(MappingException.class);
        freeTheClasses();

        assertThat(map(Wrong.OtherColumns.class).mapper(Wrong.OtherColumns.class))
                .isNotNull();
    }

    @Test
    void ofTwoClassesOnOneTableIsNoneIfTheyHaveTheSameColumns() {
        TableRegistry registry = map(Wrong.Good.class, Wrong.SameColumns.class);

        assertThat(registry.tables()).hasSize(1);
    }

    @Test
    void isMappingAClassOfThisRegistryAgain() {
        TableRegistry registry = map(Wrong.Good.class);

        assertThatThrownBy(() -> registry.add(Wrong.Good.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(inFull("Cannot map class @Good: this registry maps it already. Add each class once."));
    }

    @Test
    void isMappingAClassOfAnotherRegistry() {
        map(Wrong.Good.class);

        assertThatThrownBy(() -> map(Wrong.Good.class))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith(
                        "Cannot map class " + HERE + "Good: it is mapped by another registry that is still in use.");
    }

    @Test
    void isOneThatAddsColumnsToACompleteClass() {
        TableRegistry registry = map(Wrong.Good.class);

        assertThatThrownBy(() -> registry.add(Wrong.LateKey.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        inFull(
                                "Cannot map relationship LateKey.goods: it needs column 'late_id' in the table of @Good, whose mapping is"
                                        + " complete. Add both classes to the registry in one call, or map that column by a field there."));
    }

    @Test
    void isASubclassOfAClassThatWasMappedWithoutAny() {
        TableRegistry registry = map(Wrong.Good.class);

        assertThatThrownBy(() -> registry.add(Wrong.Child.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(inFull(
                        "Cannot map class @Child: its superclass @Good was mapped before as a class without subclasses. Add both to"
                                + " the registry in one call, or annotate the superclass with @Inheritance."));
    }

    @Test
    void isAskedForInVainByName() {
        TableMapper mapper = map(Wrong.Good.class, Wrong.Owned.class).mapper(Wrong.Owned.class);

        assertThatThrownBy(() -> mapper.column("idd"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage(
                        "Class " + HERE + "Owned has no mapped attribute 'idd'. Did you mean 'id'? [INVALID_ARGUMENT]");
        assertThatThrownBy(() -> mapper.column("ownerr"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage(
                        "Cannot find a column of attribute Owned.ownerr: it is a relationship. Name a plain value here, or join over the"
                                + " relationship. [INVALID_ARGUMENT]");
        assertThatThrownBy(() -> map().mapper(Wrong.Good.class)).isInstanceOf(UnmappedClassException.class);
    }
}
