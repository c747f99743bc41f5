package dev.grapnel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that use what was written, over a database. */
@DisplayName("What is written serves")
class GeneratedCodeTest {
    private static final String KEYED = """
            package shop;
            import jakarta.persistence.*;
            @MappedSuperclass public abstract class Keyed<K extends Number> {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) K id;
            }
            """;
    private static final String SHOP = """
            package shop;
            import jakarta.persistence.*;
            import java.util.*;
            public class Shop {
                @Entity @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
                public static class Person extends Keyed<Long> {
                    String name;
                    boolean active = true;
                    @OneToMany(mappedBy = "buyer", cascade = CascadeType.ALL) List<Sale> sales = new ArrayList<>();
                }
                @Entity public static class Member extends Person { int points; }
                @Entity public static class Sale extends Keyed<Integer> {
                    enum State { OPEN, PAID }
                    State state = State.OPEN;
                    byte[] receipt;
                    @ManyToOne Person buyer;
                }
            }
            """;

    @TempDir
    Path folder;

    /** Runs statements that have a session and a list to report to. */
    private Object run(String statements) throws Exception {
        Project project = new Project(folder);
        Path program = project.write("""
                package shop;
                import dev.grapnel.core.mapping.*;
                import dev.grapnel.events.*;
                import dev.grapnel.sql.*;
                import dev.grapnel.sql.connection.Engine;
                import java.util.*;
                import java.util.concurrent.Callable;
                import shop.Shop.*;
                @SuppressWarnings("try")
                public class Program implements Callable<Object> {
                    public Program() {}
                    @Override public Object call() {
                        List<Object> report = new ArrayList<>();
                        Registry registry = Registry.of(Person.class, Member.class, Sale.class);
                        try (Engine engine = Engine.create("jdbc:h2:mem:generated")) {
                            Schema.of(registry).createAll(engine);
                            try (Session session = SessionFactory.of(engine, registry).open()) {
                %s
                            }
                        } finally {
                            registry.dispose();
                        }
                        return report;
                    }
                }
                """.formatted(statements.indent(16).stripTrailing()));
        Compilation compilation = project.compile(List.of(project.write(KEYED), project.write(SHOP), program));
        assertThat(compilation.problems()).isEmpty();
        return project.run("shop.Program");
    }

    @Test
    void inConditionsAndOrdersOfAllTypes() throws Exception {
        Object report = run("""
                for (String name : List.of("ed", "wendy", "jack")) {
                    Person person = new Person();
                    person.name = name;
                    person.active = !name.equals("jack");
                    session.add(person);
                    Sale sale = new Sale();
                    sale.state = name.equals("ed") ? Sale.State.PAID : Sale.State.OPEN;
                    person.sales.add(sale);
                }
                session.commit();
                session.query(Person.class).where(Shop_Person_.active.isTrue()).orderBy(Shop_Person_.name.desc()).list()
                        .forEach(person -> report.add(person.name));
                report.add(session.query(Sale.class).where(Shop_Sale_.state.eq(Sale.State.PAID)).list().size());
                report.add(session.query(Person.class).where(Shop_Person_.id.gt(1L)).list().size());
                """);

        assertThat(report).isEqualTo(List.of("wendy", "ed", 1, 2));
    }

    @Test
    void inheritedConstantsForTheSubclass() throws Exception {
        Object report = run("""
                Person plain = new Person();
                plain.name = "ed";
                Member member = new Member();
                member.name = "ed";
                member.points = 7;
                session.add(plain);
                session.add(member);
                session.commit();
                session.query(Member.class).where(Shop_Member_.name.eq("ed").and(Shop_Member_.points.ge(7))).list()
                        .forEach(found -> report.add(found.points));
                """);

        assertThat(report).isEqualTo(List.of(7));
    }

    @Test
    void asTargetsOfEventsWithTheirTypes() throws Exception {
        Object report = run("""
                try (Subscription name = Events.on(Shop_Person_.name).replaceOnSet(e -> e.value().trim());
                        Subscription buyer = Events.on(Shop_Sale_.buyer).onSet(e -> report.add(e.value().name));
                        Subscription sales = Events.on(Shop_Person_.sales).onAppend(e -> report.add(e.value().state))) {
                    Person person = new Person();
                    person.name = "  ed ";
                    person.sales.add(new Sale());
                }
                """);

        assertThat(((List<?>) report).stream().map(Object::toString)).containsExactly("ed", "OPEN");
    }
}
