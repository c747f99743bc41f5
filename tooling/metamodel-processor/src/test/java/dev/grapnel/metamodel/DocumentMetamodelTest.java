package dev.grapnel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The metamodel of a document class")
class DocumentMetamodelTest {
    private static final String LETTER = """
            package post;
            import dev.grapnel.mongo.annotation.*;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity @StoredIn("letters") public class Letter {
                @Id Integer id;
                @DocumentField(name = "t", required = true) String text;
                List<String> lines;
                Map<String, Integer> counts;
                long weight;
                @ForeignId(Office.class) Integer officeId;
                @Related Office office;
                @Transient Object ignored;
            }
            """;
    private static final String OFFICE = """
            package post;
            import dev.grapnel.mongo.annotation.*;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity @StoredIn("offices") public class Office {
                @Id Integer id;
                @Related(Letter.class) List<Letter> letters;
            }
            """;

    @TempDir
    Path folder;

    private Compilation compile(String... sources) {
        return Compilation.of(folder, sources);
    }

    @Test
    void hasATypedConstantForEachField() {
        Compilation compilation = compile(LETTER, OFFICE);

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("post.Letter_"))
                .contains(
                        "import dev.grapnel.mongo.attribute.DocumentAttribute;",
                        "DocumentAttribute<Letter, java.lang.Integer> id =".replace("java.lang.", ""),
                        "DocumentAttribute.of(Letter.class, \"text\", String.class)",
                        "DocumentAttribute<Letter, java.util.List<String>> lines =",
                        "DocumentAttribute<Letter, java.util.Map<String, Integer>> counts =",
                        "DocumentAttribute.of(Letter.class, \"weight\", Long.class)",
                        "DocumentAttribute.of(Letter.class, \"office\", Office.class)")
                .doesNotContain("dev.grapnel.sql", "ignored");
        assertThat(compilation.text("post.Office_"))
                .contains("DocumentAttribute<Office, java.util.List<Letter>> letters");
    }

    @Test
    void extendsThatOfTheDocumentClassAbove() {
        Compilation compilation = compile(LETTER, OFFICE, """
                package post;
                @jakarta.persistence.Entity class Parcel extends Letter {
                    int height;
                }
                """);

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("post.Parcel_"))
                .contains(
                        "class Parcel_ extends Letter_",
                        "DocumentAttribute.of(Parcel.class, \"height\", Integer.class)");
    }

    @Test
    void isThatOfADocumentIfAFieldSaysSo() {
        Compilation compilation = compile("""
                package post;
                import dev.grapnel.mongo.annotation.DocumentField;
                @jakarta.persistence.Entity class Stamp {
                    @DocumentField(name = "_id") String key;
                }
                """);

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("post.Stamp_"))
                .contains("DocumentAttribute.of(Stamp.class, \"key\", String.class)");
    }

    @Test
    void needsNoAnnotationWhereThereAreNoTables() {
        Project project = Project.without("sql", folder);
        Compilation compilation = project.compile(List.of(project.write("""
                package post;
                @jakarta.persistence.Entity class Bag {
                    Object key;
                    String name;
                }
                """)));

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("post.Bag_")).contains("DocumentAttribute.of(Bag.class, \"name\", String.class)");
    }

    @Nested
    class WithObjectsInIt {
        private static final String ADDRESS = """
                package post;
                import jakarta.persistence.*;
                import java.util.*;
                @Embeddable public class Address {
                    String town;
                    List<String> lines;
                    Position position;
                }
                """;
        private static final String POSITION = """
                package post;
                @jakarta.persistence.Embeddable record Position(int east) {}
                """;
        private static final String BOX = """
                package post;
                import dev.grapnel.mongo.annotation.StoredIn;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity @StoredIn("boxes") public class Box {
                    @Id Integer id;
                    Address from;
                    List<Address> past;
                    static Object town() {
                        return Box_.from.position.east.eq(3);
                    }
                }
                """;

        @Test
        void hasAConstantForEachFieldOfThem() {
            Compilation compilation = compile(ADDRESS, POSITION, BOX);

            assertThat(compilation.problems()).isEmpty();
            assertThat(compilation.text("post.Box_"))
                    .contains(
                            "public static final Address_.InDocuments<Box> from =",
                            "new Address_.InDocuments<>(Box.class, \"from\");",
                            "DocumentAttribute<Box, java.util.List<Address>> past =");
            assertThat(compilation.text("post.Address_"))
                    .contains(
                            "extends EmbeddedAttribute<T, Address>",
                            "    public static class InDocuments<T> extends DocumentAttribute<T, Address> {",
                            "public final DocumentAttribute<T, String> town =",
                            "DocumentAttribute.of(ownerType(), path(\"town\"), String.class);",
                            "public final Position_.InDocuments<T> position =",
                            "new Position_.InDocuments<>(ownerType(), path(\"position\"));");
        }

        @Test
        void hasThemAlsoWhereThereAreNoTables() {
            Project project = Project.without("sql", folder);
            Compilation compilation =
                    project.compile(List.of(project.write(ADDRESS), project.write(POSITION), project.write(BOX)));

            assertThat(compilation.problems()).isEmpty();
            assertThat(compilation.text("post.Address_"))
                    .contains("public abstract class Address_ {", "public static class InDocuments<T>")
                    .doesNotContain("dev.grapnel.sql");
        }

        @Test
        void hasOneConstantForAnObjectThatIsAPartOfItself() {
            Compilation compilation = compile("""
                    package post;
                    import dev.grapnel.mongo.annotation.*;
                    import jakarta.persistence.*;
                    @Embeddable class Branch {
                        @DocumentField(name = "n") String name;
                        Branch next;
                    }
                    """);

            assertThat(compilation.problems()).isEmpty();
            assertThat(compilation.text("post.Branch_")).contains("public final DocumentAttribute<T, Branch> next =");
        }

        @Test
        void mayNotHaveAnIdInThem() {
            Project project = Project.without("sql", folder);
            Compilation compilation = project.compile(
                    List.of(project.write(ADDRESS.replace("String town", "@Id String town")), project.write(POSITION)));

            assertThat(compilation.problems())
                    .singleElement()
                    .asString()
                    .contains("Field town has @Id, which is for entity classes");
        }
    }

    @Nested
    class TheId {
        @Test
        void isRequired() {
            Compilation compilation = compile(LETTER.replace("@Id ", ""), OFFICE);

            assertThat(compilation.problems())
                    .containsExactly(
                            "/post/Letter.java:5: Document class post.Letter has no field that is stored as _id."
                                    + " Add @Id to the field that tells its documents apart.");
        }

        @Test
        void mayBeAFieldOfThatName() {
            assertThat(compile(LETTER.replace("@Id Integer id", "Integer _id"), OFFICE)
                            .problems())
                    .isEmpty();
        }

        @Test
        void mayBeInherited() {
            assertThat(compile(LETTER, OFFICE, """
                            package post;
                            @jakarta.persistence.Entity @dev.grapnel.mongo.annotation.StoredIn("letters")
                            class Parcel extends Letter {}
                            """).problems()).isEmpty();
        }
    }
}
