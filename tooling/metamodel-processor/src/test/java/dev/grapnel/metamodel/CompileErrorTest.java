package dev.grapnel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The compiler complains, at the place that is wrong, about")
class CompileErrorTest {
    private static final String CONTACT = """
            package shop;
            import jakarta.persistence.*;
            @Entity class Contact { @Id int id; String name; }
            """;

    @TempDir
    Path folder;

    private Compilation compile(String... sources) {
        return Compilation.of(folder, sources);
    }

    /** Compiles an entity Order with some lines of its own, beside entity Contact; the lines begin in the fifth. */
    private Compilation order(String lines) {
        return compile(CONTACT, """
                package shop;
                import jakarta.persistence.*; import java.util.*;
                @Entity class Order {
                    @Id int id;
                %s
                }
                """.formatted(lines.indent(4).stripTrailing()));
    }

    private static void assertOnly(Compilation compilation, String place, String message) {
        assertThat(compilation.problems()).containsExactly(place.replaceAll(":\\d+$", "") + ": " + message);
        assertThat(compilation.places()).contains(place);
    }

    @Nested
    class Classes {
        @Test
        void entityWithoutKey() {
            assertOnly(
                    compile("package shop;\n@jakarta.persistence.Entity\nclass Order { String name; }"),
                    "/shop/Order.java:2:1",
                    "Entity shop.Order has no key. Add @Id to the field that tells its objects apart, or to several; or @StoredIn, if its objects are documents.");
        }

        @Test
        void innerEntity() {
            assertThat(compile(
                                    "package shop; class Shop { @jakarta.persistence.Entity class Order { @jakarta.persistence.Id int id; } }")
                            .problems())
                    .containsExactly(
                            "/shop/Shop.java:1: Class shop.Shop.Order is an inner class, whose objects cannot be without one of"
                                    + " the outer class. Declare it static, or in a file of its own.");
        }

        @Test
        void privateNestedEntity() {
            assertThat(compile(
                                    "package shop; class Shop {\n @jakarta.persistence.Entity private static class Order { @jakarta.persistence.Id int id; } }")
                            .problems())
                    .containsExactly(
                            "/shop/Shop.java:2: The metamodel cannot name class shop.Shop.Order: shop.Shop.Order is not visible"
                                    + " to package 'shop'. Give it more than private access.");
        }

        @Test
        void enumAsEmbeddable() {
            assertThat(compile("package shop; @jakarta.persistence.Embeddable enum Size { S }")
                            .problems())
                    .containsExactly(
                            "/shop/Size.java:1: @Embeddable stands on shop.Size, which is neither a class nor a record. Only those"
                                    + " have fields that are columns.");
        }

        @Test
        void superclassFromALibraryThatWasCompiledWithoutTheProcessor() {
            Project project = new Project(folder);
            project.compile(java.util.List.of(project.write(CONTACT)));
            folder.resolve("classes/shop/Contact_.class").toFile().delete();
            project.forgetGenerated();

            Compilation compilation = project.compile(java.util.List.of(project.write(
                    "package shop; @jakarta.persistence.Entity class Customer extends Contact { String town; }")));

            assertThat(compilation.problems())
                    .containsExactly(
                            "/shop/Customer.java:1: Class shop.Contact has no metamodel shop.Contact_. Annotate it with"
                                    + " @Embeddable or @Entity, and compile it with this processor too.");
        }
    }

    @Nested
    class Access {
        @Test
        void annotationsAtGetters() {
            assertOnly(
                    order("@Basic(optional = false) boolean isActive() { return active; }\nboolean active;"),
                    "/shop/Order.java:5:5",
                    "Method isActive has @Basic, and annotations of this class are read from fields. Move it to field active (in Kotlin: @field:Basic"
                            + " instead of @get:Basic).");
        }

        @Test
        void keyAtAFieldAndTheRestAtGetters() {
            Compilation compilation = compile("""
                    package shop;
                    import jakarta.persistence.*;
                    @Entity class Order {
                        @Id private int number;
                        private String name;
                        @Column public String getName() { return name; }
                    }
                    """);

            assertThat(compilation.problems())
                    .containsExactly(
                            "/shop/Order.java:6: Method getName has @Column, and annotations of this class are read from fields. Move it to"
                                    + " field name (in Kotlin: @field:Column instead of @get:Column).");
        }
    }

    @Nested
    class Relationships {
        @Test
        void toAClassThatIsNoEntity() {
            assertOnly(
                    order("@ManyToOne String owner;"),
                    "/shop/Order.java:5:5",
                    "Field owner has @ManyToOne, and java.lang.String is no entity. Annotate that class with @Entity, or name an entity"
                            + " class in targetEntity.");
        }

        @Test
        void mappedByAnUnknownAttribute() {
            assertOnly(
                    order("@OneToMany(mappedBy = \"nam\") List<Contact> contacts;"),
                    "/shop/Order.java:5:27",
                    "Field contacts: class shop.Contact has no attribute 'nam'. Did you mean 'name'?");
        }

        @Test
        void mappedByAValue() {
            assertOnly(
                    order("@OneToMany(mappedBy = \"name\") List<Contact> contacts;"),
                    "/shop/Order.java:5:27",
                    "Field contacts is mapped by 'name' of shop.Contact, which is no relationship. Name the attribute there that refers to"
                            + " shop.Order, or add @ManyToOne to it.");
        }

        @Test
        void mappedByAnAttributeOfAnotherClass() {
            Compilation compilation = compile(
                    CONTACT,
                    "package shop; import jakarta.persistence.*; @Entity class Line { @Id int id; @ManyToOne Contact contact; }",
                    "package shop; import jakarta.persistence.*; @Entity class Order { @Id int id;\n"
                            + "@OneToMany(mappedBy = \"contact\") java.util.Set<Line> lines; }");

            assertOnly(
                    compilation,
                    "/shop/Order.java:2:23",
                    "Field lines is mapped by 'contact' of shop.Line, which refers to shop.Contact and not to shop.Order. Name the"
                            + " attribute there that does.");
        }

        @Test
        void mappedByAnInheritedAttributeIsFine() {
            Compilation compilation = compile(
                    CONTACT,
                    "package shop; import jakarta.persistence.*; @MappedSuperclass class Owned<O> { @Id int id; @ManyToOne O owner; }",
                    "package shop; import jakarta.persistence.*; @Entity class Line extends Owned<Order> { }",
                    "package shop; import jakarta.persistence.*; @Entity class Order { @Id int id;\n"
                            + "@OneToMany(mappedBy = \"owner\") java.util.Set<Line> lines; }");

            assertThat(compilation.problems()).isEmpty();
        }

        @Test
        void mapKeyThatNamesAnUnknownAttribute() {
            assertOnly(
                    order("@MapKey(name = \"nmae\") @OneToMany Map<String, Contact> contacts;"),
                    "/shop/Order.java:5:20",
                    "Field contacts: class shop.Contact has no attribute 'nmae'. Did you mean 'name'?");
        }

        @Test
        void collectionThatCannotBeWatched() {
            assertOnly(
                    order("@OneToMany ArrayList<Contact> contacts;"),
                    "/shop/Order.java:5:5",
                    "Field contacts has @OneToMany, and java.util.ArrayList cannot be watched. Declare it as java.util.List,"
                            + " Set, SortedSet, NavigableSet, Collection, Map, SortedMap or NavigableMap, or as a class of your"
                            + " own that extends dev.grapnel.core.instrument.CustomCollection.");
        }

        @Test
        void arrayOfEntities() {
            assertThat(order("@ManyToMany Contact[] contacts;").problems())
                    .anyMatch(
                            problem -> problem.startsWith(
                                    "/shop/Order.java:5: Field contacts has @ManyToMany, and shop.Contact[] cannot be watched."));
        }

        @Test
        void singleReferenceThatIsACollection() {
            assertOnly(
                    order("@ManyToOne List<Contact> contacts;"),
                    "/shop/Order.java:5:5",
                    "Field contacts has @ManyToOne, which is for one object, and java.util.List holds several. Use @OneToMany or"
                            + " @ManyToMany, or declare the field as the entity class.");
        }

        @Test
        void referenceWithoutAnnotation() {
            assertOnly(
                    order("Contact contact;"),
                    "/shop/Order.java:5:13",
                    "Field contact refers to an object of entity shop.Contact, and nothing says so. Add @ManyToOne or @OneToOne, or leave"
                            + " the field out with @Transient.");
        }
    }

    @Nested
    class Embeddables {
        @Test
        void relationshipInside() {
            assertOnly(
                    compile(
                            CONTACT,
                            "package shop; import jakarta.persistence.*; @Embeddable class Address {\n@ManyToOne Contact owner; }"),
                    "/shop/Address.java:2:1",
                    "Field owner has @ManyToOne, which is for entity classes, and shop.Address is embeddable. Declare the field in the"
                            + " entity class.");
        }

        @Test
        void classThatIsAPartOfItself() {
            assertThat(compile("""
                            package shop;
                            import jakarta.persistence.*;
                            @Embeddable class Address { String town; Region region; }
                            """, """
                            package shop;
                            import jakarta.persistence.*;
                            @Embeddable class Region {
                                Address capital;
                            }
                            """).problems())
                    .hasSize(2)
                    .anyMatch(
                            problem -> problem.startsWith(
                                    "/shop/Region.java:4: Field capital makes shop.Region a part of itself, which would take columns without end."));
        }

        @Test
        void embeddedFieldOfAClassThatIsNot() {
            assertThat(order("@Embedded String address;").problems())
                    .containsExactly(
                            "/shop/Order.java:5: Class java.lang.String has no metamodel java.lang.String_. Annotate it with"
                                    + " @Embeddable or @Entity, and compile it with this processor too.");
        }
    }

    @Nested
    class Values {
        @Test
        void versionThatCannotBeCounted() {
            assertOnly(
                    order("@Version String version;"),
                    "/shop/Order.java:5:5",
                    "Field version: a version is counted, and java.lang.String is no whole number. Use int, long, short or their"
                            + " wrappers.");
        }

        @Test
        void twoAttributesOfOneName() {
            assertThat(compile(
                                    CONTACT,
                                    "package shop;\n@jakarta.persistence.Entity class Customer extends Contact { String name; }")
                            .problems())
                    .containsExactly(
                            "/shop/Customer.java:2: Field name of shop.Customer is the second attribute of that name: shop.Contact"
                                    + " maps one, too. Rename one of them.");
        }

        @Test
        void severalThingsAtOnce() {
            assertThat(order(
                                    "@Version String version;\n@ManyToOne String owner;\n@OneToMany(mappedBy = \"x\") List<Contact> all;")
                            .places())
                    .containsExactlyInAnyOrder("/shop/Order.java:5:5", "/shop/Order.java:6:5", "/shop/Order.java:7:27");
        }
    }
}
