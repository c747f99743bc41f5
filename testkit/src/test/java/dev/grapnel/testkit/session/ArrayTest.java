package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Shelves.Genre;
import dev.grapnel.testkit.session.Shelves.Place;
import dev.grapnel.testkit.session.Shelves.Shelf;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Arrays, on the databases that have them. */
@ParameterizedClass
@EnumSource(
        value = TestDatabases.class,
        names = {"H2", "POSTGRESQL"})
@DisplayName("An array on")
class ArrayTest extends DatabaseTest {
    private static final ColumnAttribute<Shelf, String[]> TITLES =
            ColumnAttribute.of(Shelf.class, "titles", String[].class);
    private static final ColumnAttribute<Shelf, int[]> PAGES = ColumnAttribute.of(Shelf.class, "pages", int[].class);
    private static final UUID CODE = UUID.fromString("d4c5bd2e-7d5c-4b6b-9a53-0d2f8f4f5a10");

    ArrayTest() {
        super(Shelf.class);
    }

    private static Shelf shelf() {
        Shelf shelf = new Shelf(1);
        shelf.titles = new String[] {"a, \"b\"", "c"};
        shelf.pages = new int[] {1, -2};
        shelf.ratings = new Integer[] {5, null};
        shelf.sizes = new long[] {1L << 40};
        shelf.lent = new boolean[] {true, false};
        shelf.widths = new double[] {1.5};
        shelf.codes = new UUID[] {CODE};
        shelf.prices = new BigDecimal[] {new BigDecimal("9.50")};
        shelf.dates = new LocalDate[] {LocalDate.of(2026, 1, 2)};
        shelf.links = new URI[] {URI.create("http://example.org/a")};
        shelf.genres = new Genre[] {Genre.POEM};
        shelf.names = new Genre[] {Genre.POEM, Genre.NOVEL};
        shelf.tags = List.of("x", "y");
        shelf.numbers = Set.of(7);
        shelf.notes = new ArrayList<>(List.of("n"));
        shelf.counts = new int[] {1, 2};
        shelf.place = new Place(2, new String[] {"left"});
        return shelf;
    }

    private Shelf loaded() {
        elsewhere(s -> s.add(shelf()));
        statements.clear();
        return Objects.requireNonNull(session.get(Shelf.class, 1));
    }

    @Test
    void bringsElementsBack() {
        Shelf found = loaded();
        assertThat(found.place).isNotNull();
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*grapnel.*")
                .isEqualTo(shelf());
    }

    @Test
    void leavesNullAloneAndKeepsNone() {
        elsewhere(s -> {
            Shelf empty = new Shelf(2);
            empty.titles = new String[0];
            s.add(empty);
        });

        Shelf found = Objects.requireNonNull(session.get(Shelf.class, 2));
        assertThat(found.titles).isEmpty();
        assertThat(found.sizes).isEmpty();
        assertThat(found.pages).isNull();
        assertThat(found.tags).isNull();
    }

    @Test
    void isWrittenIfAnotherIsAssignedAndNotIfAnEqualOneIs() {
        Shelf shelf = loaded();
        shelf.pages = new int[] {1, -2};
        shelf.tags = List.of("x", "y");
        session.flush();
        assertThat(statements.count(StatementKind.UPDATE)).isZero();

        shelf.pages = new int[] {3};
        session.flush();
        session.refresh(shelf);
        assertThat(shelf.pages).containsExactly(3);
    }

    @Test
    void isWrittenIfItIsChangedInsideAndThatIsDeclared() {
        Shelf shelf = loaded();
        Objects.requireNonNull(shelf.counts)[0] = 9;
        Objects.requireNonNull(shelf.notes).add("m");
        session.flush();
        assertThat(statements.count(StatementKind.UPDATE)).isEqualTo(1);

        session.refresh(shelf);
        assertThat(shelf.counts).containsExactly(9, 2);
        assertThat(shelf.notes).containsExactly("n", "m");
    }

    @Test
    void asAListCannotBeChangedInsideUnlessThatIsDeclared() {
        List<String> tags = Objects.requireNonNull(loaded().tags);

        assertThatThrownBy(() -> tags.add("z")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void standsInConditions() {
        Shelf shelf = loaded();

        assertThat(session.query(Shelf.class)
                        .where(TITLES.eq(new String[] {"a, \"b\"", "c"}), PAGES.eq(new int[] {1, -2}))
                        .list())
                .containsExactly(shelf);
        assertThat(session.query(Shelf.class).where(PAGES.eq(new int[] {1})).list())
                .isEmpty();
    }

    @Test
    void isFoundInTheTablesThatItMade() {
        assertThat(Schema.of(registry).validate(engine).differences()).isEmpty();
    }

    @Test
    void isMissedWhereTheElementsAreOfAnotherType() {
        direct().execute("alter table shelf drop column pages");
        direct().execute(
                        database == TestDatabases.H2
                                ? "alter table shelf add pages varchar(3) array"
                                : "alter table shelf add pages varchar(3)[]");
        session.commit();

        assertThat(Schema.of(registry).validate(engine).differences())
                .singleElement()
                .satisfies(
                        wrong -> assertThat(wrong.toString()).contains("pages").contains("[]"));
    }

    @Test
    void ofPrimitivesCannotHoldNull() {
        elsewhere(s -> s.add(shelf()));
        direct().execute("update shelf set pages = array[1, null]");

        assertThatThrownBy(() -> session.get(Shelf.class, 1))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot read an array of int: its element 1 is null in the database."
                        + " Declare the field as an array of objects, as Integer[].");
    }
}
