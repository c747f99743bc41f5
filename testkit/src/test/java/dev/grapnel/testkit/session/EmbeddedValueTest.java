package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.History;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.session.Customers.Address;
import dev.grapnel.testkit.session.Customers.Currency;
import dev.grapnel.testkit.session.Customers.Customer;
import dev.grapnel.testkit.session.Customers.Customer_;
import dev.grapnel.testkit.session.Customers.Kind;
import dev.grapnel.testkit.session.Customers.Money;
import dev.grapnel.testkit.session.Customers.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Values of several columns: how they are kept, watched, given up and restored. */
@EveryDatabase
@DisplayName("An embedded value on")
class EmbeddedValueTest extends DatabaseTest {
    EmbeddedValueTest() {
        super(Customer.class);
    }

    private Customer givenCustomer(Consumer<Customer> filling) {
        Integer id = given(
                s -> {
                    Customer made = new Customer("ed");
                    filling.accept(made);
                    return made;
                },
                made -> ((Customer) made).id);
        Customer customer = session.get(Customer.class, id);
        statements.clear();
        return customer;
    }

    private Customer atHome() {
        return givenCustomer(c -> c.home = new Address("Rue 1", "Bern").at(46.9, 7.4));
    }

    private Customer reloaded(Customer customer) {
        session.flush();
        Integer id = customer.id;
        session.commit();
        try (var other = sessions.open()) {
            Customer found = other.get(Customer.class, id);
            // read while the session is open
            assertThat(new Object[] {found.home, found.work, found.limit}).isNotNull();
            return found;
        }
    }

    private String lastUpdate() {
        return statements.statements(StatementKind.UPDATE).get(0).text().replaceAll("[\"`]", "");
    }

    // ---- rows ----

    @Test
    void isWrittenToColumnsOfItsOwnerAndReadBack() {
        Customer found = givenCustomer(c -> {
            c.home = new Address("Rue 1", "Bern").at(46.9, 7.4);
            c.home.kind = Kind.POST;
            c.limit = new Money(100, Currency.CHF);
        });

        assertThat(found.limit).isEqualTo(new Money(100, Currency.CHF));
        assertThat(found.home.street).isEqualTo("Rue 1");
        assertThat(found.home.kind).isEqualTo(Kind.POST);
        assertThat(found.home.position.longitude).isEqualTo(7.4);
        assertThat(direct().fetchValue("select limit_currency from customer")).isEqualTo("CHF");
    }

    @Test
    void isNullIfAllOfItsColumnsAre() {
        Customer found = atHome();

        assertThat(found.limit).isNull();
        assertThat(found.work).isNull();
        assertThat(direct().fetchValue("select limit_amount from customer")).isNull();
    }

    @Test
    void hasANullWithinItIfThoseColumnsAreNull() {
        Customer found = givenCustomer(c -> c.home = new Address("Rue 1", "Bern"));

        assertThat(found.home.position).isNull();
    }

    @Test
    void isReadBackWithZeroWhereAPrimitiveColumnIsNull() {
        Customer found = atHome();
        direct().execute("update customer set latitude = null, limit_currency = 'EUR'");
        session.refresh(found);

        assertThat(found.home.position.latitude).isZero();
        assertThat(found.limit).isEqualTo(new Money(0, Currency.EUR));
    }

    @Test
    void standsBesideAnotherOfItsTypeInColumnsOfOtherNames() {
        Customer found = givenCustomer(c -> {
            c.home = new Address("Rue 1", "Bern");
            c.work = new Address("Gasse 2", "Basel").at(1, 2);
        });

        assertThat(found.home.city).isEqualTo("Bern");
        assertThat(found.work.city).isEqualTo("Basel");
        assertThat(found.work.position.latitude).isEqualTo(1);
        assertThat(direct().fetchValue("select work_street from customer")).isEqualTo("Gasse 2");
    }

    @Test
    void isTheSameObjectAtEachRead() {
        Customer found = atHome();

        assertThat(found.home).isSameAs(found.home);
    }

    @Test
    void needsNoStatementToBeRead() {
        Customer found = atHome();

        assertThat(found.home.city).isEqualTo("Bern");

        statements.assertNone();
    }

    @Nested
    @DisplayName("that is replaced")
    class Replaced {
        @Test
        void updatesOnlyTheColumnsThatDiffer() {
            Customer customer = atHome();

            customer.home = new Address("Rue 2", "Bern").at(46.9, 7.4);
            session.flush();

            assertThat(lastUpdate()).contains("street").doesNotContain("city").doesNotContain("latitude");
            assertThat(reloaded(customer).home.street).isEqualTo("Rue 2");
        }

        @Test
        void updatesNothingIfAllOfItIsEqual() {
            Customer customer = givenCustomer(c -> c.limit = new Money(5, Currency.CHF));

            customer.limit = new Money(5, Currency.CHF);
            session.flush();

            statements.assertNone();
        }

        @Test
        void emptiesAllColumnsWhenItBecomesNull() {
            Customer customer = atHome();

            customer.home = null;

            assertThat(reloaded(customer).home).isNull();
            assertThat(direct().fetchValue("select street from customer")).isNull();
        }

        @Test
        void tellsTheNewAndTheOldValue() {
            Customer customer = givenCustomer(c -> c.limit = new Money(5, Currency.CHF));
            List<Object> told = new ArrayList<>();

            try (Subscription listening =
                    Events.on(Customer_.limit).onSet(e -> told.addAll(List.of(e.oldValue(), e.value())))) {
                customer.limit = new Money(6, Currency.CHF);
            }

            assertThat(told).containsExactly(new Money(5, Currency.CHF), new Money(6, Currency.CHF));
        }

        @Test
        void isHistoryOfItsOwner() {
            Customer customer = givenCustomer(c -> c.limit = new Money(5, Currency.CHF));

            customer.limit = new Money(6, Currency.CHF);

            assertThat(Instance.of(customer).history("limit"))
                    .isEqualTo(new History<>(
                            List.of(new Money(6, Currency.CHF)), List.of(), List.of(new Money(5, Currency.CHF))));
            assertThat(Instance.of(customer).history("limit.currency").hasChanges())
                    .isFalse();
        }

        @Test
        void storesWhatAListenerOfAPartMadeOfIt() {
            Customer customer = givenCustomer(c -> c.limit = new Money(5, Currency.CHF));

            try (Subscription listening = Events.on(Customer_.limit.amount).replaceOnSet(e -> e.value() * 10)) {
                customer.limit = new Money(6, Currency.EUR);
            }

            assertThat(customer.limit).isEqualTo(new Money(60, Currency.EUR));
            assertThat(reloaded(customer).limit).isEqualTo(new Money(60, Currency.EUR));
        }

        @Test
        void staysAsItIsIfAListenerOfOnePartRefuses() {
            Customer customer = givenCustomer(c -> c.limit = new Money(5, Currency.CHF));

            try (Subscription listening = Events.on(Customer_.limit.currency).onSet(e -> {
                throw new IllegalStateException("no");
            })) {
                assertThatThrownBy(() -> customer.limit = new Money(6, Currency.EUR))
                        .hasMessage("no");
            }

            assertThat(customer.limit).isEqualTo(new Money(5, Currency.CHF));
            assertThat(session.dirty()).isEmpty();
        }

        @Test
        void letsTheObjectThatWasThereBeforeGo() {
            Customer customer = atHome();
            Address before = customer.home;
            customer.home = new Address("Rue 2", "Bern");

            before.street = "Rue 3";

            assertThat(customer.home.street).isEqualTo("Rue 2");
            assertThat(reloaded(customer).home.street).isEqualTo("Rue 2");
        }
    }

    @Nested
    @DisplayName("that is changed inside")
    class ChangedInside {
        @Test
        void marksItsOwnerAndUpdatesThatColumnOnly() {
            Customer customer = atHome();

            customer.home.city = "Thun";

            assertThat(session.dirty()).containsExactly(customer);
            session.flush();
            assertThat(lastUpdate()).contains("city").doesNotContain("street");
            assertThat(reloaded(customer).home.city).isEqualTo("Thun");
        }

        @Test
        void marksItsOwnerFromADeeperLevelToo() {
            Customer customer = atHome();

            customer.home.position.latitude = 1;

            session.flush();
            assertThat(lastUpdate()).contains("latitude").doesNotContain("longitude");
            assertThat(reloaded(customer).home.position.latitude).isEqualTo(1);
        }

        @Test
        void takesAnotherValueWithinIt() {
            Customer customer = atHome();
            customer.home.position = new Position(1, 2);
            session.flush();

            customer.home.position.longitude = 3;

            Position kept = reloaded(customer).home.position;
            assertThat(kept.latitude).isEqualTo(1);
            assertThat(kept.longitude).isEqualTo(3);
        }

        @Test
        void tellsListenersOfThatPartAndThatTheWholeIsModified() {
            Customer customer = atHome();
            List<String> told = new ArrayList<>();

            try (Subscription part =
                            Events.on(Customer_.home.city).onSet(e -> told.add(e.oldValue() + " -> " + e.value()));
                    Subscription whole = Events.on(Customer_.home).onModified(e -> told.add("modified"));
                    Subscription replaced = Events.on(Customer_.home).onSet(e -> told.add("set"))) {
                customer.home.city = "Thun";
            }

            assertThat(told).containsExactly("Bern -> Thun", "modified");
        }

        @Test
        void isHistoryOfItsOwnerAsItWasBefore() {
            Customer customer = atHome();

            customer.home.city = "Thun";

            History<Object> history = Instance.of(customer).history("home");
            assertThat(history.added()).containsExactly(customer.home);
            assertThat(((Address) history.deleted().get(0)).city).isEqualTo("Bern");
            assertThat(((Address) history.deleted().get(0)).street).isEqualTo("Rue 1");
        }

        @Test
        void storesWhatAListenerMadeOfIt() {
            Customer customer = atHome();

            try (Subscription listening =
                    Events.on(Customer_.home.city).replaceOnSet(e -> e.value().trim())) {
                customer.home.city = " Thun ";
            }

            assertThat(customer.home.city).isEqualTo("Thun");
            assertThat(reloaded(customer).home.city).isEqualTo("Thun");
        }

        @Test
        void marksEachOwnerOfAnObjectThatSeveralShare() {
            Address shared = new Address("Rue 1", "Bern");
            Customer ed = new Customer("ed");
            Customer jo = new Customer("jo");
            ed.home = shared;
            jo.work = shared;
            session.addAll(List.of(ed, jo));
            session.flush();

            shared.city = "Thun";

            assertThat(session.dirty()).containsExactlyInAnyOrder(ed, jo);
            assertThat(reloaded(jo).work.city).isEqualTo("Thun");
            assertThat(reloaded(ed).home.city).isEqualTo("Thun");
        }

        @Test
        void isWrittenWithItsOwnerWhenBothAreNew() {
            Customer ed = new Customer("ed");
            ed.home = new Address("Rue 1", "Bern");
            ed.home.city = "Thun";
            session.add(ed);

            assertThat(reloaded(ed).home.city).isEqualTo("Thun");
        }

        @Test
        void isInsertedAsItWasWhenTheFlushRan() {
            Customer ed = new Customer("ed");
            ed.home = new Address("Rue 1", "Bern");
            session.add(ed);
            session.flush();

            ed.home.city = "Thun";

            assertThat(reloaded(ed).home.city).isEqualTo("Thun");
        }
    }

    @Nested
    @DisplayName("with its owner")
    class WithItsOwner {
        @Test
        void isLoadedAnewAfterACommit() {
            Customer customer = atHome();
            assertThat(customer.home.city).isEqualTo("Bern");
            Integer id = customer.id;
            session.commit();
            elsewhere(s -> s.get(Customer.class, id).home.city = "Thun");

            assertThat(customer.home.city).isEqualTo("Thun");
        }

        @Test
        void isNotReachedByAnObjectFromBeforeItExpired() {
            Customer customer = atHome();
            Address before = customer.home;
            session.commit();

            before.city = "Thun";

            assertThat(session.dirty()).isEmpty();
            assertThat(customer.home.city).isEqualTo("Bern");
        }

        @Test
        void isExpiredByItsName() {
            Customer customer = atHome();
            customer.home.city = "Thun";

            session.expire(customer, "home");

            assertThat(customer.home.city).isEqualTo("Bern");
        }

        @Test
        void isRefreshed() {
            Customer customer = atHome();
            assertThat(customer.home.city).isEqualTo("Bern");
            direct().execute("update customer set city = 'Thun'");

            session.refresh(customer, "home");

            assertThat(customer.home.city).isEqualTo("Thun");
        }

        @Test
        void isAsBeforeAfterARollback() {
            Customer customer = atHome();
            customer.home.city = "Thun";
            customer.limit = new Money(1, Currency.EUR);
            session.flush();

            session.rollback();

            assertThat(customer.home.city).isEqualTo("Bern");
            assertThat(customer.limit).isNull();
        }

        @Test
        void isMergedIntoAnObjectOfItsOwn() {
            Customer detached = atHome();
            assertThat(detached.home).isNotNull();
            session.close();
            detached.home.city = "Thun";
            session = sessions.open();

            Customer merged = session.merge(detached);

            assertThat(merged.home).isNotSameAs(detached.home);
            assertThat(merged.home.city).isEqualTo("Thun");
            detached.home.street = "elsewhere";
            assertThat(reloaded(merged).home.street).isEqualTo("Rue 1");
        }

        @Test
        void isWatchedAgainAfterSerialisation() throws Exception {
            Customer detached = atHome();
            assertThat(detached.home.position).isNotNull();
            session.close();

            Customer restored = serialised(detached);
            session = sessions.open();
            session.add(restored);
            restored.home.city = "Thun";
            restored.home.position.latitude = 1;

            Address kept = reloaded(restored).home;
            assertThat(kept.city).isEqualTo("Thun");
            assertThat(kept.position.latitude).isEqualTo(1);
            assertThat(kept.street).isEqualTo("Rue 1");
        }

        @Test
        void isCopiedWithItsOwner() throws Exception {
            Customer customer = atHome();

            Customer copy = customer.copy();

            assertThat(copy.home).isNotSameAs(customer.home);
            copy.home.city = "Thun";
            assertThat(customer.home.city).isEqualTo("Bern");
            assertThat(session.dirty()).isEmpty();
        }

        @Test
        void followsASetBasedUpdate() {
            Customer customer = atHome();
            Address home = customer.home;

            session.update(Customer.class).set(Customer_.home.city, "Thun").execute();

            assertThat(customer.home.city).isEqualTo("Thun");
            assertThat(home).isSameAs(customer.home);
        }
    }

    @Test
    void isACopyOfNobodyAfterClone() throws Exception {
        Customer customer = atHome();

        Position copy = customer.home.position.copy();
        copy.latitude = 1;

        assertThat(session.dirty()).isEmpty();
        assertThat(customer.home.position.latitude).isEqualTo(46.9);
    }

    @Test
    void isFoundByAConditionOnAPart() {
        Customer customer = atHome();

        assertThat(session.query(Customer.class)
                        .where(Customer_.home.city.eq("Bern"))
                        .list())
                .containsExactly(customer);
        assertThat(session.query(Customer.class)
                        .where(Customer_.home.city.eq("Thun"))
                        .list())
                .isEmpty();
    }

    @Test
    void isLeftOutOfAQueryByItsNameAndLoadedByOneStatementWhenItIsRead() {
        Integer id = atHome().id;
        session.expungeAll();
        Customer found = session.query(Customer.class)
                .options(LoadOptions.NONE.defer("home"))
                .one();
        assertThat(Instance.of(found).unloaded()).contains("home.city", "home.position.latitude");
        statements.clear();

        assertThat(found.home.position.latitude).isEqualTo(46.9);

        assertThat(found.id).isEqualTo(id);
        statements.assertStatements("SELECT customer");
    }

    @Test
    void cannotBeAddedToASessionItself() {
        Customer customer = atHome();

        assertThatThrownBy(() -> session.add(customer.home))
                .hasMessageContaining("it is an embedded value. Use the object it belongs to.");
    }

    @Test
    void costsNoStateWhileItBelongsToNobody() {
        Address free = new Address("Rue 1", "Bern");

        assertThat(ClassManager.stateOf(free)).isNull();
        assertThat(((dev.grapnel.core.state.Enhanced) free).$grapnel$state()).isNull();
    }

    private static <T> T serialised(T object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            @SuppressWarnings("unchecked") // what was written is what is read
            T read = (T) in.readObject();
            return read;
        }
    }
}
