package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.sql.attribute.Aliased;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.testkit.session.Customers.Address;
import dev.grapnel.testkit.session.Customers.Currency;
import dev.grapnel.testkit.session.Customers.Customer;
import dev.grapnel.testkit.session.Customers.Customer_;
import dev.grapnel.testkit.session.Customers.Kind;
import dev.grapnel.testkit.session.Customers.Money;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Values that are asked for instead of objects. */
@EveryDatabase
@DisplayName("Values of a query on")
class ProjectionTest extends DatabaseTest {
    record Found(
            @Nullable String city,
            @Nullable Kind kind,
            @Nullable Currency currency) {}

    private static final ColumnAttribute<Customer, String> NAME =
            ColumnAttribute.of(Customer.class, "name", String.class);
    private static final ColumnAttribute<Customer, Kind> KIND =
            ColumnAttribute.of(Customer.class, "home.kind", Kind.class);

    ProjectionTest() {
        super(Customer.class);
    }

    @BeforeEach
    void givenOneCompleteAndOneEmptyCustomer() {
        Customer complete = new Customer("a");
        complete.home = new Address("Main", "Zug");
        complete.home.kind = Kind.POST;
        complete.limit = new Money(10, Currency.CHF);
        elsewhere(s -> s.addAll(List.of(complete, new Customer("b"))));
    }

    @Test
    void areEnumsWhereTheAttributeIsOneAndNullWhereTheRowIs() {
        List<Found> found = session.query(Customer.class)
                .orderBy(NAME)
                .select(Customer_.home.city, KIND, Customer_.limit.currency)
                .list(Found.class);

        assertThat(found).containsExactly(new Found("Zug", Kind.POST, Currency.CHF), new Found(null, null, null));
    }

    @Test
    void areEnumsInRecordsOfJooqToo() {
        List<Record> found =
                session.query(Customer.class).orderBy(NAME).select(KIND).list();

        assertThat(found).extracting(row -> row.get(KIND)).containsExactly(Kind.POST, null);
    }

    record Named(String name) {}

    @Test
    void areOneRowOrTheFirst() {
        assertThat(session.query(Customer.class)
                        .where(NAME.eq("a"))
                        .select(NAME)
                        .one()
                        .get(NAME))
                .isEqualTo("a");
        assertThat(session.query(Customer.class)
                        .where(NAME.eq("b"))
                        .select(NAME)
                        .one(Named.class))
                .isEqualTo(new Named("b"));
        assertThat(session.query(Customer.class)
                        .where(NAME.eq("x"))
                        .select(NAME)
                        .oneOrNull())
                .isNull();
        assertThat(session.query(Customer.class)
                        .orderBy(NAME.desc())
                        .select(NAME)
                        .first()
                        .map(row -> row.get(NAME)))
                .contains("b");
        assertThatThrownBy(() -> session.query(Customer.class).select(NAME).one())
                .isInstanceOf(MultipleObjectsFoundException.class)
                .hasMessageContaining("Expected at most one Customer where");
    }

    @Test
    void areStreamed() {
        try (Stream<Record> all = session.query(Customer.class).orderBy(NAME).select(NAME, KIND).stream()) {
            assertThat(all.map(row -> row.get(NAME) + " " + row.get(KIND))).containsExactly("a POST", "b null");
        }
        try (Stream<Named> all = session.query(Customer.class).orderBy(NAME).select(NAME).stream(Named.class)) {
            assertThat(all).containsExactly(new Named("a"), new Named("b"));
        }
    }

    @Test
    void areStreamedBesideObjects() {
        Aliased<Customer> customer = Aliased.own(Customer.class);
        try (Stream<Record> all = session.query(Customer.class).orderBy(NAME).select(customer, NAME).stream()) {
            assertThat(all.map(row -> row.get(customer).name + row.get(NAME))).containsExactly("aa", "bb");
        }
    }
}
