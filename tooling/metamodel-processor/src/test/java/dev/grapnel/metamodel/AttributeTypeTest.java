package dev.grapnel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The type of a constant")
class AttributeTypeTest {
    @TempDir
    Path folder;

    private String compiled(String className, String... sources) {
        Compilation compilation = Compilation.of(folder, sources);
        assertThat(compilation.problems()).isEmpty();
        return compilation.text(className);
    }

    /** The metamodel of an entity Order with these fields, which the compiler accepted without a warning. */
    private String order(String fields) {
        return compiled("shop.Order_", """
                package shop;
                import jakarta.persistence.*; import java.util.*;
                @Entity class Order<N extends Comparable<N>> { @Id int id; %s }
                """.formatted(fields));
    }

    @Nested
    class OfAPlainField {
        @Test
        void isTheBoxOfAPrimitive() {
            assertThat(order("boolean paid; char size; double weight;"))
                    .contains("ColumnAttribute<Order, Boolean> paid", "ColumnAttribute<Order, Character> size")
                    .contains("\"weight\", Double.class");
        }

        @Test
        void isAnArrayAsItIs() {
            assertThat(order("byte[] small; Byte[] boxed; String[][] table; java.time.LocalDate[] days;"))
                    .contains("<Order, byte[]> small", "<Order, Byte[]> boxed", "<Order, String[][]> table")
                    .contains("\"days\", java.time.LocalDate[].class");
        }

        @Test
        void keepsTypeArguments() {
            assertThat(order("@Convert Map<String, ? extends List<int[]>> notes;"))
                    .contains("ColumnAttribute<Order, java.util.Map<String, ? extends java.util.List<int[]>>> notes")
                    .contains(
                            "(java.lang.Class<java.util.Map<String, ? extends java.util.List<int[]>>>) (java.lang.Class<?>)"
                                    + " java.util.Map.class");
        }

        @Test
        void isLookedUpLaterIfItIsConverted() {
            assertThat(order("@Convert Boolean paid; Boolean sent;"))
                    .contains("ColumnAttribute.converted(Order.class, \"paid\", Boolean.class)")
                    .contains("ColumnAttribute.of(Order.class, \"sent\", Boolean.class)");
        }

        @Test
        void isTheBoundOfATypeVariable() {
            assertThat(order("N rank;")).contains("ColumnAttribute<Order, Comparable> rank");
        }

        @Test
        void leavesArgumentsOutThatAreTypeVariables() {
            assertThat(order("List<N> ranks;")).contains("ColumnAttribute<Order, java.util.List> ranks");
        }

        @Test
        void leavesAnnotationsOfTheTypeOut() {
            assertThat(
                            order(
                                    "@org.jspecify.annotations.Nullable String note; byte @org.jspecify.annotations.Nullable [] image;"))
                    .contains("ColumnAttribute<Order, String> note", "ColumnAttribute<Order, byte[]> image");
        }

        @Test
        void isAnEnumOfTheClassItself() {
            assertThat(order("enum State { OPEN } State state;")).contains("ColumnAttribute<Order, Order.State> state");
        }
    }

    @Nested
    class OfARelationship {
        @Test
        void isTheClassOfTheElements() {
            assertThat(order("@OneToMany List<Order<?>> parts; @ManyToMany Set<? extends Order<?>> others;"))
                    .contains(
                            "CollectionAttribute<Order, Order<?>> parts",
                            "CollectionAttribute<Order, Order<?>> others");
        }

        @Test
        void ofAMapIsTheClassOfItsValues() {
            assertThat(compiled(
                            "shop.Order_",
                            "package shop; import jakarta.persistence.*; @Entity class Line { @Id int id; String code; }",
                            "package shop; import jakarta.persistence.*; @Entity class Order { @Id int id;"
                                    + " @OneToMany @MapKey(name = \"code\") java.util.Map<String, Line> byCode;"
                                    + " @OneToMany java.util.Map<Integer, Line> byFunction; }"))
                    .contains("CollectionAttribute<Order, Line> byCode", "CollectionAttribute<Order, Line> byFunction");
        }
    }

    @Nested
    class OfAnInheritedField {
        private static final String PARENTS = """
                package shop;
                import jakarta.persistence.*;
                @MappedSuperclass abstract class Owned<K extends java.io.Serializable, O> {
                    @Id K id;
                    @ManyToOne O owner;
                    @OneToMany java.util.List<O> formerOwners;
                }
                """;
        private static final String OWNER =
                "package shop; @jakarta.persistence.Entity class Owner { @jakarta.persistence.Id long id; }";

        @Test
        void isWhatTheSubclassOfAMappedSuperclassSays() {
            assertThat(
                            compiled(
                                    "shop.Pet_",
                                    PARENTS,
                                    OWNER,
                                    "package shop; @jakarta.persistence.Entity class Pet extends Owned<java.util.UUID, Owner> {}"))
                    .contains(
                            "ColumnAttribute<Pet, java.util.UUID> id",
                            "ReferenceAttribute<Pet, Owner> owner",
                            "CollectionAttribute<Pet, Owner> formerOwners");
        }

        @Test
        void isPassedThroughSeveralMappedSuperclasses() {
            assertThat(compiled(
                            "shop.Pet_",
                            PARENTS,
                            OWNER,
                            "package shop; @jakarta.persistence.MappedSuperclass class Tame<X> extends Owned<Long, X> {}",
                            "package shop; @jakarta.persistence.Entity class Pet extends Tame<Owner> {}"))
                    .contains("ColumnAttribute<Pet, Long> id", "ReferenceAttribute<Pet, Owner> owner");
        }

        @Test
        void isSharperWhereASubclassOfAGenericEntityKnowsMore() {
            String text = compiled(
                    "shop.Kennel_",
                    "package shop; import jakarta.persistence.*; @Entity class House<A extends Animal> { @Id int id; @ManyToOne A guest; }",
                    "package shop; @jakarta.persistence.Entity class Animal { @jakarta.persistence.Id int id; }",
                    "package shop; @jakarta.persistence.Entity class Dog extends Animal {}",
                    "package shop; @jakarta.persistence.Entity class Kennel extends House<Dog> { int boxes; }");

            assertThat(text)
                    .contains("extends House_", "ReferenceAttribute<Kennel, Dog> guest", "boxes")
                    .doesNotContain(" id =");
        }
    }

    @Nested
    class IsWritten {
        @Test
        void inFullWhereTheClassIsNamedLikeOneThatTheTextUses() {
            assertThat(
                            compiled(
                                    "shop.Order_",
                                    "package shop; import jakarta.persistence.*; @Entity class ColumnAttribute { @Id int id; }",
                                    "package shop; import jakarta.persistence.*; @Entity class Order { @Id int id; @ManyToOne ColumnAttribute x; }"))
                    .contains("ReferenceAttribute<Order, shop.ColumnAttribute> x");
        }

        @Test
        void withoutWarningsForADeprecatedClass() {
            assertThat(
                            compiled(
                                    "Old_",
                                    "@Deprecated(forRemoval = true) @jakarta.persistence.Entity public class Old { @jakarta.persistence.Id public int id; }"))
                    .contains("ColumnAttribute<Old, Integer> id");
        }

        @Test
        void forFieldsOfTheClassOnlyAndNotForStaticOrTransientOnes() {
            assertThat(
                            order(
                                    "static int madeSoFar; transient int cached; @Transient int alsoCached; final int kept = 1;"))
                    .contains(" kept =")
                    .doesNotContain("madeSoFar", "cached", "alsoCached");
        }
    }
}
