package dev.grapnel.beanvalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.beanvalidation.Shop.Address;
import dev.grapnel.beanvalidation.Shop.Creation;
import dev.grapnel.beanvalidation.Shop.Delivery;
import dev.grapnel.beanvalidation.Shop.Line;
import dev.grapnel.beanvalidation.Shop.Order;
import dev.grapnel.beanvalidation.Shop.Voucher;
import dev.grapnel.core.instrument.AttributeEventKeys;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.SqlValue;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.StatementKind;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Constraints are checked")
class BeanValidationTest {
    private static ValidatorFactory factory;

    private Engine engine;
    private Registry registry;
    private SessionFactory sessions;
    private Session session;
    private BeanValidation validation;

    @BeforeAll
    static void buildFactory() {
        Locale.setDefault(Locale.ENGLISH);
        factory = Validation.buildDefaultValidatorFactory();
    }

    @AfterAll
    static void closeFactory() {
        factory.close();
    }

    @BeforeEach
    void open() {
        engine = Engine.create("jdbc:h2:mem:");
        registry = Registry.of(Order.class, Line.class);
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        session = sessions.open();
        validation = BeanValidation.of(factory);
    }

    @AfterEach
    void close() {
        session.close();
        registry.dispose();
        engine.close();
    }

    private Order givenOrder(String... articles) {
        Order order = new Order("ann", articles);
        session.add(order);
        session.commit();
        return order;
    }

    private int orders() {
        return session.connection().unwrap(DSLContext.class).fetchCount(DSL.table("orders"));
    }

    @Nested
    @DisplayName("at set")
    class AtSet {
        private Subscription checks;

        @BeforeEach
        void listen() {
            checks = validation.atSet(registry);
        }

        @AfterEach
        void stop() {
            checks.close();
        }

        @Test
        void andAWrongValueIsRefusedWithObjectAndAttribute() {
            Order order = new Order("ann");

            assertThatThrownBy(() -> order.customer = " ")
                    .isExactlyInstanceOf(ConstraintViolationException.class)
                    .hasMessage(
                            "Cannot assign, because a constraint is violated: Order (without key) customer: must not be blank");
            assertThat(order.customer).isEqualTo("ann");
        }

        @Test
        void andAllViolationsOfTheValueAreTold() {
            Order order = new Order("ann");

            assertThatThrownBy(() -> order.customer = " ".repeat(21))
                    .isInstanceOfSatisfying(
                            ConstraintViolationException.class,
                            refusal -> assertThat(refusal.getConstraintViolations())
                                    .hasSize(2))
                    .hasMessageContaining("2 constraints are violated");
        }

        @Test
        void inConstructorsToo() {
            assertThatThrownBy(() -> new Line("pen", 0)).isInstanceOf(ConstraintViolationException.class);
        }

        @Test
        void onlyForTheAttributeThatIsWritten() {
            Order order = new Order("ann");

            assertThatCode(() -> order.note = "Now!").doesNotThrowAnyException();
        }

        @Test
        void butNotForAReferenceThatFollowsItsOtherSide() {
            Order order = new Order("ann", "pen");
            Line line = order.lines.get(0);

            order.lines.remove(line);

            assertThat(line.order).isNull();
        }

        @Test
        void butNotOnLoad() {
            session.connection()
                    .unwrap(DSLContext.class)
                    .execute("insert into \"orders\" (\"id\", \"customer\") values (7, '')");

            assertThat(session.get(Order.class, 7).customer).isEmpty();
        }

        @Test
        void alsoForClassesMappedLater() {
            registry.map(Voucher.class);

            assertThatThrownBy(() -> new Voucher(1, "")).isInstanceOf(ConstraintViolationException.class);
        }

        @Test
        void untilTheSubscriptionIsClosed() {
            checks.close();

            assertThat(new Order("").customer).isEmpty();
            assertThat(checks.isActive()).isFalse();
        }

        @Test
        void andAttributesWithoutConstraintsGetNoListener() {
            assertThat(registry.mapper(Order.class)
                            .manager()
                            .tracker("note")
                            .dispatch()
                            .listeners(AttributeEventKeys.SET)
                            .isEmpty())
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("before a flush")
    class BeforeFlush {
        @BeforeEach
        void listen() {
            validation.beforeFlush(sessions);
        }

        @Test
        void andAllThatIsWrongIsToldBeforeTheFirstStatement() {
            session.addAll(List.of(new Order("", "pen"), new Order("bob")));

            assertThatThrownBy(session::flush)
                    .isExactlyInstanceOf(ConstraintViolationException.class)
                    .hasMessage("Cannot flush, because 2 constraints are violated:"
                            + " Order (without key) customer: must not be blank;"
                            + " Order (without key) lines: size must be between 1 and 2147483647");
            session.rollback();
            assertThat(orders()).isZero();
        }

        @Test
        void exceptWhatTheDatabaseComputes() {
            Order order = new Order("", "pen");
            SqlValue.assign(
                    order, ColumnAttribute.of(Order.class, "customer", String.class), DSL.upper(DSL.val("ann")));
            session.add(order);

            session.commit();

            assertThat(order.customer).isEqualTo("ANN");
        }

        @Test
        void andWhatIsRightIsWritten() {
            session.add(new Order("ann", "pen"));

            session.commit();

            assertThat(orders()).isEqualTo(1);
        }

        @Test
        void onChangedObjects() {
            Order order = givenOrder("pen");
            order.customer = "";

            assertThatThrownBy(session::flush).hasMessageContaining("Order[1] customer: must not be blank");
        }

        @Test
        void onConstraintsOfTheWholeObject() {
            Order order = givenOrder("pen");
            order.note = "Now!";

            assertThatThrownBy(session::flush).hasMessageContaining("polite: must be true");
        }

        @Test
        void onEmbeddedValues() {
            Order order = new Order("ann", "pen");
            order.address = new Address("");
            session.add(order);

            assertThatThrownBy(session::flush).hasMessageContaining("address.city: must not be blank");
        }

        @Test
        void onEmbeddedValuesThatWereLoadedAndNotRead() {
            BeanValidation.of(factory).onUpdate(Delivery.class).beforeFlush(sessions);
            Order made = new Order("ann", "pen");
            made.address = new Address("Thun");
            session.add(made);
            session.commit();
            Integer id = made.id;
            session.expungeAll();
            Order order = session.get(Order.class, id);
            order.note = "please";

            assertThatCode(session::flush).doesNotThrowAnyException();
        }

        @Test
        void withoutLoadingAnything() {
            Integer id = givenOrder("pen").id;
            session.expungeAll();
            Order order = session.get(Order.class, id); // whose lines are loaded when they are first read
            order.note = "please";
            List<StatementKind> statements = new ArrayList<>();
            try (Subscription unused = Events.on(engine).beforeStatement(event -> statements.add(event.kind()))) {
                session.flush();
            }

            assertThat(statements).containsExactly(StatementKind.UPDATE);
        }

        @Test
        void butNotOnObjectsThatAreNotChanged() {
            session.connection()
                    .unwrap(DSLContext.class)
                    .execute("insert into \"orders\" (\"id\", \"customer\") values (7, '')");
            session.get(Order.class, 7);

            assertThatCode(session::flush).doesNotThrowAnyException();
        }

        @Test
        void butNotOnOrphansThatTheFlushDeletes() {
            Order order = givenOrder("pen", "ink");
            order.lines.remove(0);

            session.flush();

            assertThat(order.lines).hasSize(1);
        }

        @Test
        void butNotOnObjectsThatAreDeleted() {
            Order order = givenOrder("pen");
            session.delete(order);
            order.customer = "";

            session.commit();

            assertThat(orders()).isZero();
        }
    }

    @Nested
    @DisplayName("before rows")
    class BeforeRows {
        @Test
        void andSeeWhatEarlierListenersPutThere() {
            try (Subscription unused = Mapped.on(Order.class).beforeInsert(e -> e.target().customer = "unknown");
                    Subscription checks = validation.beforeRows(registry)) {
                session.add(new Order("", "pen"));

                session.commit();
            }

            assertThat(orders()).isEqualTo(1);
        }

        @Test
        void andTheFirstWrongObjectEndsTheFlush() {
            try (Subscription checks = validation.beforeRows(registry)) {
                session.add(new Order("", "pen"));

                assertThatThrownBy(session::flush)
                        .isInstanceOf(ConstraintViolationException.class)
                        .hasMessage(
                                "Cannot insert, because a constraint is violated: Order (without key) customer: must not be blank");
            }
            session.rollback();
        }
    }

    @Nested
    @DisplayName("by group")
    class ByGroup {
        @Test
        void onInsert() {
            validation.onInsert(Default.class, Creation.class).beforeFlush(sessions);
            Order order = new Order("ann", "pen");
            order.invoice = "1";
            session.add(order);

            assertThatThrownBy(session::flush).hasMessageContaining("invoice: must be null");
        }

        @Test
        void thatDoesNotHoldOnUpdate() {
            validation.onInsert(Default.class, Creation.class).beforeFlush(sessions);
            Order order = givenOrder("pen");
            order.invoice = "1";

            assertThatCode(session::flush).doesNotThrowAnyException();
        }

        @Test
        void andNoneMeansNoCheck() {
            validation.onInsert().beforeFlush(sessions);
            session.add(new Order(""));

            session.commit();

            assertThat(orders()).isEqualTo(1);
        }
    }
}
