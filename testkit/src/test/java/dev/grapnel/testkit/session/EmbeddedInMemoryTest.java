package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.AttributeNotSetException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.EmbeddedTracker;
import dev.grapnel.core.state.History;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.testkit.session.Customers.Address;
import dev.grapnel.testkit.session.Customers.Currency;
import dev.grapnel.testkit.session.Customers.Customer;
import dev.grapnel.testkit.session.Customers.Money;
import dev.grapnel.testkit.session.Customers.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values of several attributes, in objects that are in no session. */
@DisplayName("An embedded value in memory")
class EmbeddedInMemoryTest extends MappedTest {
    EmbeddedInMemoryTest() {
        super(Customer.class);
    }

    private static Customer atHome() {
        Customer customer = new Customer("ed");
        customer.home = new Address("Rue 1", "Bern").at(46.9, 7.4);
        commit(customer);
        return customer;
    }

    private static EmbeddedTracker home(Customer customer) {
        return (EmbeddedTracker) attribute(customer, "home");
    }

    private static EmbeddedTracker limit(Customer customer) {
        return (EmbeddedTracker) attribute(customer, "limit");
    }

    private static Object part(Customer customer, String name) {
        return state(customer).value(attribute(customer, name).index());
    }

    // ---- reading ----

    @Test
    void isNullIfItWasNeverSet() {
        Customer customer = new Customer("ed");

        assertThat(customer.home).isNull();
        assertThat(home(customer).get(state(customer), Passive.RETURN_NO_VALUE)).isEqualTo(Marker.NO_VALUE);
    }

    @Test
    void isUnknownWhileAPartMayNotBeLoaded() {
        Customer customer = atHome();
        home(customer).forget(state(customer));
        attribute(customer, "home.city").loader((state, passive) -> Marker.PASSIVE_NO_RESULT);
        state(customer).drop(attribute(customer, "home.city").index());

        assertThat(home(customer).get(state(customer), Passive.NO_FETCH)).isEqualTo(Marker.PASSIVE_NO_RESULT);
        assertThat(history(customer, "home")).isEqualTo(History.BLANK);
    }

    @Test
    void isPutTogetherFromThePartsThatThereAre() {
        Customer customer = new Customer("ed");
        attribute(customer, "home.city").setCommitted(state(customer), "Bern");

        assertThat(customer.home.city).isEqualTo("Bern");
        assertThat(customer.home.street).isNull();
        assertThat(customer.home).isSameAs(customer.home);
    }

    // ---- writing ----

    @Test
    void isRefusedIfItIsOfAnotherType() {
        Customer customer = atHome();

        assertThatThrownBy(() -> home(customer).set(state(customer), "Bern", null, Passive.OFF))
                .isExactlyInstanceOf(InvalidArgumentException.class)
                .hasMessage("Cannot assign attribute Customer.home of Customer (without key): it takes a "
                        + Address.class.getName() + " and was given a java.lang.String. [INVALID_ARGUMENT]");
        assertThat(customer.home.city).isEqualTo("Bern");
    }

    @Test
    void tellsThatItHadNoValueBefore() {
        trace.of(Customer.class, "limit");
        Customer customer = new Customer("ed");
        Money money = new Money(3, Currency.CHF);

        customer.limit = money;

        assertThat(trace.lines()).hasSize(1);
        assertThat(trace.lines().get(0)).endsWith("limit set " + money + " was " + Marker.NO_VALUE);
    }

    @Test
    void tellsThatItIsModifiedWhenAPartIsWrittenThroughIt() {
        Customer customer = atHome();
        List<Object> told = new ArrayList<>();
        home(customer).events().onModified(e -> told.add(e.target()));

        customer.home.city = "Thun";
        customer.home.position.latitude = 1;
        customer.home.position = new Position(2, 3);

        assertThat(told).containsExactly(customer, customer, customer);
        assertThat(part(customer, "home.position.longitude")).isEqualTo(3.0);
    }

    @Test
    void isSetAndClearedThroughTheCommonWaysOfAllAttributes() {
        Customer customer = new Customer("ed");
        Money money = new Money(3, Currency.CHF);
        EmbeddedTracker limit = limit(customer);

        limit.append(state(customer), money, limit.appendToken(), Passive.OFF);
        assertThat(customer.limit).isSameAs(money);
        assertThat(part(customer, "limit.amount")).isEqualTo(3);

        limit.pop(state(customer), money, limit.replaceToken(), Passive.OFF);
        assertThat(customer.limit).isNull();
        assertThat(part(customer, "limit.currency")).isNull();
    }

    @Test
    void isStoredWithItsPartsWithoutBeingAChange() {
        Customer customer = new Customer("ed");
        commit(customer);
        Address address = new Address("Rue 1", "Bern");

        assertThat(home(customer).setCommitted(state(customer), address)).isSameAs(address);

        assertThat(part(customer, "home.street")).isEqualTo("Rue 1");
        assertThat(history(customer, "home").hasChanges()).isFalse();
        assertThat(customer.home).isSameAs(address);
        assertThat(state(customer).isModified()).isFalse();
    }

    @Test
    void tellsEveryOwnerThatIsLeftOfManyWhoShareIt() {
        Address shared = new Address("Rue 1", "Bern");
        List<Customer> customers = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            Customer customer = new Customer("c" + number);
            customer.home = shared;
            customers.add(customer);
        }
        commit(customers.toArray());

        shared.city = "Thun";

        assertThat(customers).allMatch(customer -> state(customer).isModified());
        assertThat(customers).allMatch(customer -> part(customer, "home.city").equals("Thun"));
    }

    // ---- giving up ----

    @Test
    void isGivenUpIfOneOfItsPartsIs() {
        Customer customer = atHome();
        Address before = customer.home;

        home(customer).forgetIfOf(state(customer), Set.of("name", "work.city"));
        assertThat(customer.home).isSameAs(before);

        home(customer).forgetIfOf(state(customer), Set.of("name", "home.city"));
        assertThat(customer.home).isNotSameAs(before);
        assertThat(customer.home.city).isEqualTo("Bern");
    }

    @Test
    void givenUpReachesItsOwnerNoMoreAndWarns() {
        Customer customer = atHome();
        Address before = customer.home;
        Position position = before.position;
        home(customer).forget(state(customer));

        try (Warnings warnings = Warnings.listen()) {
            before.city = "Thun";
            position.latitude = 0;

            assertThat(warnings.messages()).hasSize(2).allMatch(text -> text.contains("attribute Customer.home"));
        }
        assertThat(customer.home.city).isEqualTo("Bern");
        assertThat(customer.home.position.latitude).isEqualTo(46.9);
    }

    @Test
    void followsAPartThatIsStoredByItself() {
        Customer customer = atHome();
        Address before = customer.home;

        attribute(customer, "home.city").storeQuietly(state(customer), "Thun");
        attribute(customer, "home.position.latitude").storeQuietly(state(customer), 1.0);

        assertThat(customer.home).isSameAs(before);
        assertThat(before.city).isEqualTo("Thun");
        assertThat(before.position.latitude).isEqualTo(1.0);
    }

    @Test
    void isMadeAnewIfAPartOfARecordIsStoredByItself() {
        Customer customer = new Customer("ed");
        customer.limit = new Money(3, Currency.CHF);

        attribute(customer, "limit.amount").storeQuietly(state(customer), 4);

        assertThat(customer.limit).isEqualTo(new Money(4, Currency.CHF));
    }

    @Test
    void isMadeAnewIfAPartIsStoredThatNothingHoldsYet() {
        Customer customer = new Customer("ed");
        customer.home = new Address("Rue 1", "Bern");

        attribute(customer, "home.position.latitude").storeQuietly(state(customer), 1.0);

        assertThat(customer.home.position.latitude).isEqualTo(1.0);
        assertThat(customer.home.city).isEqualTo("Bern");
    }

    // ---- deleting ----

    @Nested
    @DisplayName("that is deleted")
    class Deleted {

        @Test
        void takesItsPartsAlong() {
            Customer customer = atHome();

            home(customer).delete(state(customer));

            assertThat(customer.home).isNull();
            assertThat(part(customer, "home.city")).isEqualTo(Marker.NO_VALUE);
            assertThat(history(customer, "home.city").deleted()).containsExactly("Bern");
        }

        @Test
        void tellsThatItIsRemoved() {
            Customer customer = atHome();
            Address before = customer.home;
            List<Object> told = new ArrayList<>();
            home(customer).events().onRemove(e -> told.add(e.value()));

            home(customer).delete(state(customer));

            assertThat(told).containsExactly(before);
        }

        @Test
        @Tag("A-10")
        void hasToBeThere() {
            Customer customer = new Customer("ed");

            assertThatThrownBy(() -> home(customer).delete(state(customer)))
                    .isExactlyInstanceOf(AttributeNotSetException.class)
                    .hasMessageStartingWith(
                            "Cannot delete the value of attribute Customer.home of Customer (without key): it has none."
                                    + " Ask Instance.isLoaded first, or set null instead.");
        }
    }

    // ---- history ----

    @Test
    void hasNoHistoryIfItWasNeverSet() {
        assertThat(history(new Customer("ed"), "home")).isEqualTo(History.BLANK);
    }

    @Test
    void isUnchangedHistoryAfterACommit() {
        Customer customer = atHome();

        assertThat(history(customer, "home")).isEqualTo(new History<>(List.of(), List.of(customer.home), List.of()));
    }

    @Test
    void isUnchangedIfAnEqualValueReplacesIt() {
        Customer customer = atHome();

        customer.home = new Address("Rue 1", "Bern").at(46.9, 7.4);

        assertThat(history(customer, "home").hasChanges()).isFalse();
    }

    @Test
    void countsAsChangedInAllPartsWhenItIsFlagged() {
        Customer customer = atHome();

        home(customer).flagModified(state(customer));

        assertThat(state(customer).isModified()).isTrue();
        for (String part : home(customer).partNames()) {
            assertThat(history(customer, part).added()).as(part).hasSize(1);
        }
    }

    @Test
    void isNoRelationship() {
        assertThat(home(atHome()).isRelationship()).isFalse();
    }
}
