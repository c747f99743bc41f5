package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Events;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Staff.Car;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Lead;
import dev.grapnel.testkit.session.Staff.Person;
import dev.grapnel.testkit.session.Staff.Truck;
import dev.grapnel.testkit.session.Staff.Vehicle;
import dev.grapnel.testkit.session.Tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Relationships that a query brings, and what that means for objects met before, met twice, and loaded again. */
@EveryDatabase
@DisplayName("Loading strategies on")
class LoadingStrategyTest extends DatabaseTest {
    LoadingStrategyTest() {
        super(
                Author.class,
                Book.class,
                Library.Topic.class,
                Node.class,
                Person.class,
                Engineer.class,
                Lead.class,
                Vehicle.class,
                Car.class,
                Truck.class);
    }

    private void given(Object... objects) {
        elsewhere(s -> s.addAll(List.of(objects)));
    }

    private static LoadOptions bringing(LoadStrategy strategy, String... path) {
        return LoadOptions.NONE.load(strategy, path);
    }

    // ---- options stay with the objects ----

    @Test
    @Tag("G-13")
    void reloadTellsByWhichRelationshipAQueryWithOptionsCameToTheObject() {
        given(new Author("ed").with("a"));
        Author ed = session.query(Book.class)
                .options(bringing(LoadStrategy.JOINED, "author"))
                .one()
                .author;
        session.expire(ed);
        List<String> told = new ArrayList<>();
        Events.on(session).doOrmExecute(e -> told.add(e.isColumnLoad() + " " + e.loaderPath()));

        assertThat(ed.name).isEqualTo("ed");

        assertThat(told).containsExactly("true Book.author");
    }

    // ---- objects that were in memory ----

    @ParameterizedTest
    @EnumSource(names = {"SELECTIN", "SUBQUERY", "JOINED"})
    @Tag("G-3")
    void populateExistingReachesWhatTheQueryBrings(LoadStrategy strategy) {
        given(new Author("ed").with("a"));
        Author ed = session.query(Author.class)
                .options(bringing(LoadStrategy.SELECTIN, "books"))
                .one();
        direct().execute("update book set title = 'changed'");

        session.query(Author.class)
                .options(bringing(strategy, "books"))
                .populateExisting()
                .list();

        assertThat(ed.books.get(0).title).isEqualTo("changed");
    }

    @ParameterizedTest
    @EnumSource(names = {"SELECTIN", "SUBQUERY", "JOINED"})
    @Tag("G-15")
    void relationshipInMemoryIsLeftAloneAndWhatItsObjectsLackIsFilled(LoadStrategy strategy) {
        given(new Author("ed").with("a"));
        Author ed = session.query(Author.class)
                .options(bringing(LoadStrategy.SELECTIN, "books"))
                .one();
        Book book = ed.books.get(0);
        List<Book> books = ed.books;
        session.expire(book, "title");

        session.query(Author.class).options(bringing(strategy, "books")).list();
        statements.clear();

        assertThat(ed.books).isSameAs(books);
        assertThat(book.title).isEqualTo("a");
        statements.assertNone();
    }

    @Test
    void keyOfTheOwnerThatIsNotInMemoryDoesNotMakeAReferenceEmpty() {
        given(new Author("ed").with("a"));

        Book book = session.query(Book.class)
                .options(LoadOptions.NONE.defer("author_id").load(LoadStrategy.SELECTIN, "author"))
                .one();

        assertThat(book.author.name).isEqualTo("ed");
    }

    // ---- one object at two places of a row ----

    @Test
    @Tag("G-4")
    void objectThatIsBothOwnerAndMemberGetsItsCollectionOnce() {
        given(new Node("root", new Node("left", new Node("leaf")), new Node("right")));

        List<Node> all = session.query(Node.class)
                .orderBy(DSL.field(DSL.name("node", "id")))
                .options(bringing(LoadStrategy.JOINED, "children"))
                .list();
        statements.clear();

        assertThat(all)
                .hasSize(4)
                .allMatch(node -> !Instance.of(node).unloaded().contains("children"));
        assertThat(all.stream().mapToInt(node -> node.children.size()).sum()).isEqualTo(3);
        statements.assertNone();
    }

    @Test
    @Tag("G-4")
    void memberThatManyRowsBringIsInItsCollectionOnce() {
        given(new Author("ed").with("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"));
        elsewhere(s -> s.query(Book.class).list().forEach(book -> {
            for (String word : List.of("x", "y")) {
                Library.Topic topic = s.get(Library.Topic.class, word);
                book.topics.add(topic == null ? new Library.Topic(word) : topic);
                s.flush();
            }
        }));

        List<Author> all = session.query(Author.class)
                .options(bringing(LoadStrategy.JOINED, "books", "topics", "books"))
                .list();

        assertThat(all).hasSize(1);
        assertThat(all.get(0).books).hasSize(11).doesNotHaveDuplicates();
        assertThat(all.get(0).books).allSatisfy(book -> assertThat(book.topics).hasSize(2));
        assertThat(all.get(0).books.get(0).topics.get(0).books).hasSize(11).doesNotHaveDuplicates();
    }

    // ---- subclasses ----

    @Test
    @Tag("G-23")
    void columnsOfSubclassesComeByOneMoreStatementEach() {
        given(new Person("ann"), new Engineer("bob", "c"), new Engineer("cleo", "java"));
        statements.clear();

        List<Person> all = session.query(Person.class)
                .options(LoadOptions.NONE.withSubclasses(Engineer.class))
                .list();

        assertThat(all).hasSize(3);
        assertThat(all).allMatch(person -> Instance.of(person).unloaded().isEmpty());
        statements.assertStatements("SELECT person", "SELECT person");
    }

    @Test
    @Tag("G-23")
    void columnsOfSubclassesComeInTheSameStatementIfTheyAreJoined() {
        given(new Person("ann"), new Engineer("bob", "c"), new Lead("cleo", "java", 7));
        statements.clear();

        List<Person> all = session.query(Person.class)
                .options(LoadOptions.NONE.joinSubclasses(Lead.class))
                .list();

        assertThat(all).hasSize(3);
        assertThat(all).allMatch(person -> Instance.of(person).unloaded().isEmpty());
        assertThat(all)
                .filteredOn(Lead.class::isInstance)
                .singleElement()
                .satisfies(lead -> assertThat(((Lead) lead).language).isEqualTo("java"));
        assertThat(statements.count()).isOne();
    }

    @Test
    @Tag("G-23")
    void columnsOfSubclassesInOneTableComeInTheSameStatementToo() {
        given(new Vehicle("a"), new Car("b", 4), new Truck("c", 20));
        statements.clear();

        List<Vehicle> all = session.query(Vehicle.class)
                .options(LoadOptions.NONE.joinSubclasses(Car.class))
                .list();

        assertThat(all)
                .filteredOn(Car.class::isInstance)
                .allMatch(car -> Instance.of(car).unloaded().isEmpty());
        assertThat(all)
                .filteredOn(Truck.class::isInstance)
                .allMatch(truck -> Instance.of(truck).unloaded().contains("tons"));
        assertThat(statements.count()).isOne();
    }

    @Test
    void objectOfAQueryThatJoinsSubclassesCanBeRefreshed() {
        given(new Engineer("bob", "c"));
        Engineer bob = (Engineer) session.query(Person.class)
                .options(LoadOptions.NONE.joinSubclasses(Lead.class))
                .one();
        direct().execute("update engineer set language = 'java'");

        session.refresh(bob);

        assertThat(bob.language).isEqualTo("java");
    }

    @Test
    void joinedSubclassHasToBeOne() {
        assertThatThrownBy(() -> session.query(Person.class)
                        .options(LoadOptions.NONE.joinSubclasses(Vehicle.class))
                        .list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("it is no mapped subclass of it. Name subclasses only.");
    }
}
