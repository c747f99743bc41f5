package dev.grapnel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The metamodel")
class MetamodelProcessorTest {
    @TempDir
    Path folder;

    private Compilation compile(String... sources) {
        return Compilation.of(folder, sources);
    }

    private static final String CONTACT = """
            package shop;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity public class Contact {
                static int made;
                enum Kind { PERSON, FIRM }
                @Id private long id;
                private String name;
                byte[] picture;
                Kind kind;
                java.math.BigDecimal limit;
                @OneToMany(mappedBy = "contact") List<Address> addresses;
                @ManyToMany Map<String, ? extends Address> byTown;
                @Transient Object ignored;
                transient Object ignoredToo;
            }
            """;
    private static final String ADDRESS = """
            package shop;
            import jakarta.persistence.*;
            @Entity class Address {
                @Id int id;
                @ManyToOne Contact contact;
            }
            """;

    private static final String PLAYLIST = """
            package shop;
            import dev.grapnel.core.instrument.CustomCollection;
            import java.util.*;
            @SuppressWarnings("serial")
            public class Playlist extends CustomCollection<Address> {
                private static final long serialVersionUID = 1L;
                private final List<Address> all = new ArrayList<>();
                @Override protected void appendElement(Address address) { all.add(address); }
                @Override protected void removeElement(Address address) { all.remove(address); }
                @Override protected Iterator<Address> elementIterator() { return all.iterator(); }
            }
            """;

    @Test
    void knowsTheElementsOfSortedAndOwnCollections() {
        Compilation compilation = compile(
                CONTACT.replace("List<Address>", "SortedSet<Address>")
                        .replace("Map<String, ? extends Address> byTown", "Playlist byTown"),
                ADDRESS,
                PLAYLIST);

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("shop.Contact_"))
                .contains("CollectionAttribute.of(Contact.class, \"addresses\", Address.class)")
                .contains("CollectionAttribute.of(Contact.class, \"byTown\", Address.class)");
    }

    @Test
    void knowsTheElementsOfCollectionsThatAreNotLoaded() {
        Compilation compilation = compile(
                CONTACT.replace("List<Address>", "dev.grapnel.core.instrument.WriteOnlyCollection<Address>")
                        .replace(
                                "Map<String, ? extends Address>",
                                "dev.grapnel.core.instrument.DynamicCollection<Address>"),
                ADDRESS);

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("shop.Contact_"))
                .contains("CollectionAttribute.of(Contact.class, \"addresses\", Address.class)")
                .contains("CollectionAttribute.of(Contact.class, \"byTown\", Address.class)");
    }

    @Test
    void hasATypedConstantForEachField() {
        Compilation compilation = compile(CONTACT, ADDRESS);

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("shop.Contact_")).isEqualTo("""
                        package shop;

                        import dev.grapnel.sql.attribute.CollectionAttribute;
                        import dev.grapnel.sql.attribute.ColumnAttribute;

                        /** The attributes of {@link Contact}. */
                        @javax.annotation.processing.Generated("dev.grapnel.metamodel")
                        @org.jspecify.annotations.NullMarked
                        @SuppressWarnings({"all", "deprecation", "exports", "rawtypes", "removal", "this-escape", "unchecked"})
                        public abstract class Contact_ {
                            /** Attribute {@code id}. */
                            public static final ColumnAttribute<Contact, Long> id =
                                    ColumnAttribute.of(Contact.class, "id", Long.class);
                            /** Attribute {@code name}. */
                            public static final ColumnAttribute<Contact, String> name =
                                    ColumnAttribute.of(Contact.class, "name", String.class);
                            /** Attribute {@code picture}. */
                            public static final ColumnAttribute<Contact, byte[]> picture =
                                    ColumnAttribute.of(Contact.class, "picture", byte[].class);
                            /** Attribute {@code kind}. */
                            public static final ColumnAttribute<Contact, Contact.Kind> kind =
                                    ColumnAttribute.of(Contact.class, "kind", Contact.Kind.class);
                            /** Attribute {@code limit}. */
                            public static final ColumnAttribute<Contact, java.math.BigDecimal> limit =
                                    ColumnAttribute.of(Contact.class, "limit", java.math.BigDecimal.class);
                            /** Attribute {@code addresses}. */
                            public static final CollectionAttribute<Contact, Address> addresses =
                                    CollectionAttribute.of(Contact.class, "addresses", Address.class);
                            /** Attribute {@code byTown}. */
                            public static final CollectionAttribute<Contact, Address> byTown =
                                    CollectionAttribute.of(Contact.class, "byTown", Address.class);

                            /** Not to be made: only constants are here. */
                            protected Contact_() {}
                        }
                        """);
        assertThat(compilation.text("shop.Address_"))
                .contains(
                        "\nabstract class Address_ {",
                        "public static final ReferenceAttribute<Address, Contact> contact =",
                        "ReferenceAttribute.of(Address.class, \"contact\", Contact.class);");
    }

    @Test
    void isMadeOfItsEntityAloneForIncrementalBuilds() {
        Compilation compilation = compile(CONTACT, ADDRESS);

        assertThat(compilation.originsOf("shop.Contact_")).containsExactly("shop.Contact");
        assertThat(compilation.originsOf("shop.Address_")).containsExactly("shop.Address");
    }

    @Test
    void ofASubclassExtendsThatOfTheSuperclassAlsoInAnotherPackage() {
        Compilation compilation = compile(
                "package base; @jakarta.persistence.Entity public class Animal { @jakarta.persistence.Id public int id; }",
                "package zoo; @jakarta.persistence.Entity class Lion extends Cat { int teeth; }",
                "package zoo; class Cat extends base.Animal { int lives; }");

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("zoo.Lion_"))
                .contains("abstract class Lion_ extends base.Animal_ {", "teeth")
                .doesNotContain("lives");
    }

    @Test
    void repeatsTheFieldsOfMappedSuperclassesWithTheirTypesResolved() {
        Compilation compilation = compile(
                "package shop; @jakarta.persistence.MappedSuperclass abstract class Keyed<K> { @jakarta.persistence.Id K id; }",
                "package shop; @jakarta.persistence.Entity class Item extends Keyed<java.util.UUID> { String name; }");

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.classes()).contains("shop.Item_").doesNotContain("shop.Keyed_");
        assertThat(compilation.text("shop.Item_"))
                .contains("ColumnAttribute<Item, java.util.UUID> id", "ColumnAttribute<Item, String> name");
    }

    @Test
    void ofANestedClassIsNamedAfterTheOuterOneToo() {
        Compilation compilation = compile("""
                package shop;
                import jakarta.persistence.*;
                public final class Shop {
                    @Entity public static class Order { @Id int id; @ManyToOne Order before; }
                }
                """);

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("shop.Shop_Order_"))
                .contains("public abstract class Shop_Order_ {", "ReferenceAttribute<Shop.Order, Shop.Order> before");
    }

    @Test
    void ofAGenericClassUsesWhatIsKnownOfItsTypes() {
        Compilation compilation = compile(
                "@jakarta.persistence.Entity class Box<T extends Number> { @jakarta.persistence.Id int id; T content; }");

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("Box_")).contains("ColumnAttribute<Box, Number> content");
    }

    @Test
    void isNotMisledByAClassNamedLikeOneOfTheLanguage() {
        Compilation compilation = compile(
                "package game; @jakarta.persistence.Entity class Character { @jakarta.persistence.Id char id; String name; }");

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("game.Character_")).contains("ColumnAttribute<Character, java.lang.Character> id");
    }

    @Test
    void knowsTheTargetOfACollectionThatNamesIt() {
        Compilation compilation = compile("""
                package shop;
                import jakarta.persistence.*;
                @Entity class Order {
                    @Id int id;
                    @SuppressWarnings("rawtypes") @OneToMany(targetEntity = Order.class) java.util.List parts;
                    @ManyToOne(targetEntity = Order.class) Object whole;
                }
                """);

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("shop.Order_"))
                .contains("CollectionAttribute<Order, Order> parts", "ReferenceAttribute<Order, Order> whole");
    }

    @Test
    void complainsAtTheFieldWhoseElementsAreUnknown() {
        Compilation compilation = compile("""
                package shop;
                import jakarta.persistence.*;
                @Entity class Order {
                    @Id int id;
                    @OneToMany java.util.List<?> parts;
                }
                """);

        assertThat(compilation.problems())
                .containsExactly(
                        "/shop/Order.java:5: Field parts refers to several objects, and the type of its elements is not known."
                                + " Declare it like List<Order>, or name the class in targetEntity.");
    }

    @Test
    void complainsAtTheFieldWhoseTypeItCannotName() {
        Compilation compilation = compile("""
                package shop;
                import jakarta.persistence.*;
                @Entity class Order {
                    private enum Secret { A }
                    @Id int id;
                    Secret secret;
                }
                """);

        assertThat(compilation.problems())
                .containsExactly(
                        "/shop/Order.java:6: The metamodel cannot name class shop.Order.Secret: shop.Order.Secret is not visible to"
                                + " package 'shop'. Give it more than private access.");
    }

    @Test
    void complainsAtTheClassThatCannotBeAnEntity() {
        Compilation compilation =
                compile("package shop; @jakarta.persistence.Entity record Point(@jakarta.persistence.Id int x) {}");

        assertThat(compilation.problems())
                .containsExactly(
                        "/shop/Point.java:1: @Entity stands on shop.Point, which is no class. Only the objects of classes have"
                                + " fields that can change: declare a class.");
    }

    @Test
    void hasTheElementsOfACollectionOfValues() {
        Compilation compilation = compile("""
                package shop;
                import jakarta.persistence.*;
                @Entity class Order {
                    @Id int id;
                    @ElementCollection java.util.List<String> words;
                    @ElementCollection java.util.Map<String, java.math.BigDecimal> prices;
                }
                """);

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("shop.Order_"))
                .contains(
                        "CollectionAttribute<Order, String> words",
                        "CollectionAttribute<Order, java.math.BigDecimal> prices");
    }

    @Test
    void leavesMissingTypesToTheCompiler() {
        Compilation compilation = compile("""
                package shop;
                import jakarta.persistence.*;
                @Entity class Order {
                    @Id int id;
                    Missing missing;
                }
                """);

        assertThat(compilation.problems()).hasSize(1);
        assertThat(compilation.problems().get(0)).contains("cannot find symbol");
    }

    @Test
    void doesNotOverwriteAClassOfTheSameName() {
        Compilation compilation = compile(ADDRESS, CONTACT, "package shop; class Address_ {}");

        assertThat(compilation.problems()).isNotEmpty();
        assertThat(compilation.problems().get(0))
                .startsWith("/shop/Address.java:3: Cannot write metamodel shop.Address_ of shop.Address:");
    }
}
