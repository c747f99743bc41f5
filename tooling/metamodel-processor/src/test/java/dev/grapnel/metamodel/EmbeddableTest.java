package dev.grapnel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The metamodel of an embeddable class")
class EmbeddableTest {
    private static final String POSITION = """
            package shop;
            @jakarta.persistence.Embeddable public record Position(double latitude, double longitude) {}
            """;
    private static final String ADDRESS = """
            package shop;
            import jakarta.persistence.*;
            @Embeddable public class Address {
                static int made;
                String town;
                Position position;
                @Convert java.util.List<String> lines;
            }
            """;
    private static final String CUSTOMER = """
            package shop;
            import jakarta.persistence.*;
            @Entity public class Customer {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                @AttributeOverride(name = "town", column = @Column(name = "home_town"))
                @AttributeOverride(name = "position.latitude", column = @Column(name = "home_latitude"))
                @AttributeOverride(name = "position.longitude", column = @Column(name = "home_longitude"))
                Address home;
                @Embedded Address work;
            }
            """;

    @TempDir
    Path folder;

    @Test
    void hasItsPartsForAnyOwner() {
        Project project = Project.without("mongo", folder);
        Compilation compilation =
                project.compile(List.of(project.write(POSITION), project.write(ADDRESS), project.write(CUSTOMER)));

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("shop.Address_")).isEqualTo("""
                        package shop;

                        import dev.grapnel.sql.attribute.ColumnAttribute;
                        import dev.grapnel.sql.attribute.EmbeddedAttribute;

                        /**
                         * The attributes of {@link Address} in a class that holds one.
                         *
                         * @param <T> the class that holds one
                         */
                        @javax.annotation.processing.Generated("dev.grapnel.metamodel")
                        @org.jspecify.annotations.NullMarked
                        @SuppressWarnings({"all", "deprecation", "exports", "rawtypes", "removal", "this-escape", "unchecked"})
                        public class Address_<T> extends EmbeddedAttribute<T, Address> {
                            /** Attribute {@code town}. */
                            public final ColumnAttribute<T, String> town =
                                    part("town", String.class);
                            /** Attribute {@code position}. */
                            public final Position_<T> position =
                                    new Position_<>(ownerType(), path("position"));
                            /** Attribute {@code lines}. */
                            public final ColumnAttribute<T, java.util.List<String>> lines =
                                    convertedPart("lines", (java.lang.Class<java.util.List<String>>) (java.lang.Class<?>) java.util.List.class);

                            /** Names an attribute {@code attribute} of class {@code owner}; called by generated code. */
                            public Address_(java.lang.Class<T> owner, java.lang.String attribute) {
                                super(owner, attribute, Address.class);
                            }
                        }
                        """);
        assertThat(compilation.text("shop.Customer_"))
                .contains("public static final Address_<Customer> home =", "new Address_<>(Customer.class, \"home\");")
                .contains("Address_<Customer> work");
    }

    @Test
    void isMadeOfItsClassAlone() {
        Compilation compilation = Compilation.of(folder, POSITION, ADDRESS, CUSTOMER);

        assertThat(compilation.originsOf("shop.Address_")).containsExactly("shop.Address");
        assertThat(compilation.originsOf("shop.Customer_")).containsExactly("shop.Customer");
    }

    @Test
    void isFoundWhenOnlyTheEntityIsCompiledAgain() {
        Project project = new Project(folder);
        project.compile(List.of(project.write(POSITION), project.write(ADDRESS), project.write(CUSTOMER)));
        project.forgetGenerated();

        Compilation second = project.compile(List.of(project.write(CUSTOMER.replace("work", "office"))));

        assertThat(second.problems()).isEmpty();
        assertThat(second.classes()).containsExactly("shop.Customer_");
        assertThat(second.text("shop.Customer_")).contains("Address_<Customer> office");
    }

    @Test
    void repeatsTheFieldsOfEmbeddableSuperclasses() {
        Compilation compilation = Compilation.of(
                folder,
                "package shop; @jakarta.persistence.Embeddable class Amount<U> { long value; U unit; }",
                "package shop; @jakarta.persistence.Embeddable class Weight extends Amount<String> { boolean net; }");

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.text("shop.Weight_"))
                .contains(
                        "ColumnAttribute<T, Long> value",
                        "ColumnAttribute<T, String> unit",
                        "ColumnAttribute<T, Boolean> net")
                .contains("extends EmbeddedAttribute<T, Weight>");
    }

    @Test
    void servesInConditionsAndEvents() throws Exception {
        Project project = new Project(folder);
        Compilation compilation = project.compile(List.of(
                project.write(POSITION),
                project.write(ADDRESS.replace("@Convert java.util.List<String> lines;", "")),
                project.write(CUSTOMER.replace("@Embedded Address work;", "")),
                project.write("""
                        package shop;
                        import dev.grapnel.events.*;
                        import dev.grapnel.sql.*;
                        import dev.grapnel.sql.connection.Engine;
                        import java.util.*;
                        import java.util.concurrent.Callable;
                        @SuppressWarnings("try")
                        public class Program implements Callable<Object> {
                            public Program() {}
                            @Override public Object call() {
                                List<Object> report = new ArrayList<>();
                                Registry registry = Registry.of(Customer.class);
                                try (Engine engine = Engine.create("jdbc:h2:mem:embeddable");
                                        Subscription towns = Events.on(Customer_.home.town).onSet(e -> report.add(e.value()))) {
                                    Schema.of(registry).createAll(engine);
                                    try (Session session = SessionFactory.of(engine, registry).open()) {
                                        Customer customer = new Customer();
                                        Address address = new Address();
                                        address.town = "Bern";
                                        address.position = new Position(46.9, 7.4);
                                        customer.home = address;
                                        session.add(customer);
                                        session.commit();
                                        report.add(session.query(Customer.class)
                                                .where(Customer_.home.town.eq("Bern").and(Customer_.home.position.latitude.gt(46.0)))
                                                .list().size());
                                    }
                                } finally {
                                    registry.dispose();
                                }
                                return report;
                            }
                        }
                        """)));

        assertThat(compilation.problems()).isEmpty();
        assertThat(project.run("shop.Program")).isEqualTo(List.of("Bern", 1));
    }
}
