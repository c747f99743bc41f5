package dev.grapnel.testkit.domain.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.testkit.domain.ModelTest;
import dev.grapnel.testkit.domain.shop.Order.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A shop on")
class ShopTest extends ModelTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final ColumnAttribute<Order, Status> STATUS =
            ColumnAttribute.of(Order.class, "status", Status.class);

    @Override
    protected Registry map() {
        return Registry.of(Order.class, OrderLine.class, Payment.class, CardPayment.class, TransferPayment.class);
    }

    private UUID givenOrder() {
        return inSession(session -> {
            Order order = new Order("A-1", NOON);
            order.setShipTo(new Address("Main 1", "7000", "Chur"));
            order.setBillTo(new Address("Side 2", "8000", "Zürich"));
            order.addLine(new OrderLine("tea", 2, Money.euros("4.50")));
            order.addLine(new OrderLine("cup", 1, Money.euros("9.00")));
            order.getRemarks().add("fragile");
            order.getRemarks().add("gift");
            session.add(order);
            session.flush();
            return order.getId();
        });
    }

    @Test
    void addsAnOrderWithLinesValuesAndRemarks() {
        UUID key = givenOrder();

        inSession(session -> {
            Order order = session.get(Order.class, key);
            assertThat(order.getTotal()).isEqualTo(Money.euros("13.50"));
            assertThat(order.getShipTo()).isEqualTo(new Address("Main 1", "7000", "Chur"));
            assertThat(order.getBillTo().getCity()).isEqualTo("Zürich");
            assertThat(order.getRemarks()).containsExactly("fragile", "gift");
            assertThat(order.getPlacedAt()).isEqualTo(NOON);
            return order;
        });
    }

    @Test
    void paysAnOrder() {
        UUID key = givenOrder();
        inSession(session -> {
            Order order = session.get(Order.class, key);
            session.add(new CardPayment(order, "1234"));
            order.setStatus(Status.PAID);
            return order;
        });

        inSession(session -> {
            Order paid = session.query(Order.class)
                    .where(STATUS.eq(Status.PAID))
                    .list()
                    .get(0);
            assertThat(paid.getPayment())
                    .isInstanceOfSatisfying(
                            CardPayment.class,
                            card -> assertThat(card.getLastDigits()).isEqualTo("1234"));
            assertThat(paid.getPayment().getSum()).isEqualTo(Money.euros("13.50"));
            return paid;
        });
    }

    @Test
    void changesALineAndDropsAnother() {
        UUID key = givenOrder();
        inSession(session -> {
            Order order = session.get(Order.class, key);
            order.getLines().removeIf(line -> line.getProduct().equals("cup"));
            order.getLines().iterator().next().setPrice(Money.euros("5.00"));
            order.getShipTo().setStreet("Main 3");
            return order;
        });

        inSession(session -> {
            Order order = session.get(Order.class, key);
            assertThat(order.getTotal()).isEqualTo(Money.euros("5.00"));
            assertThat(order.getShipTo().getStreet()).isEqualTo("Main 3");
            assertThat(session.query(OrderLine.class).list()).hasSize(1);
            assertThat(order.getVersion()).isEqualTo(2);
            return order;
        });
    }

    @Test
    void neverChangesTheNumber() {
        UUID key = givenOrder();
        inSession(session -> {
            session.get(Order.class, key).setNumber("B-2");
            return session;
        });

        String number = inSession(session -> session.get(Order.class, key).getNumber());
        assertThat(number).isEqualTo("A-1");
    }

    @Test
    void mergesAnOrderThatWasAway() {
        UUID key = givenOrder();
        Order away = inSession(session -> {
            Order order = session.get(Order.class, key);
            order.getLines().size();
            order.getRemarks().size();
            order.getPayment();
            return order;
        });

        away.setStatus(Status.SHIPPED);
        inSession(session -> session.merge(away));

        Status status = inSession(session -> session.get(Order.class, key).getStatus());
        assertThat(status).isEqualTo(Status.SHIPPED);
    }

    @Test
    void deletesAnOrderWithLinesAndPayment() {
        UUID key = givenOrder();
        inSession(session -> {
            Order order = session.get(Order.class, key);
            session.add(new TransferPayment(order, "CH00"));
            assertThat(order.getPayment()).isNotNull();
            return order;
        });
        inSession(session -> {
            assertThat(session.query(Payment.class).list()).hasSize(1);
            session.delete(session.get(Order.class, key));
            return session;
        });

        inSession(session -> {
            assertThat(List.of(
                            session.query(OrderLine.class).list().size(),
                            session.query(Payment.class).list().size()))
                    .containsOnly(0);
            return session;
        });
    }
}
