package dev.grapnel.benchmarks.loading;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes who knows the tables and needs nothing but the values: plain objects, columns by position, one statement a level.
 *
 * <p>Each method takes a connection from a pool, prepares its statements anew, as is usual with a pool, and ends its transaction. Graphs are linked
 * in both directions, in the same kinds of collections as those of the entities. There is no identity map, no record of what was loaded, and no
 * lazy loading.
 */
final class ByHand {
    private static final String ALL = "select id, name, maker, price, stock, since from product";
    private static final String ONE = ALL + " where id = ?";
    private static final String JOINED = "select c.id, c.name, p.id, p.number, l.id, l.text, l.amount from customer c"
            + " left join purchase p on p.customer_id = c.id left join line l on l.purchase_id = p.id";
    private static final String CUSTOMERS = "select id, name from customer";
    private static final String PURCHASES = "select id, customer_id, number from purchase";
    private static final String LINES = "select id, purchase_id, text, amount from line";

    private static final int KEYS_AT_ONCE = 500;

    private final DataSource source;

    ByHand(DataSource source) {
        this.source = source;
    }

    record Goods(int id, String name, String maker, BigDecimal price, int stock, LocalDate since) {}

    record Buyer(int id, String name, List<Order> orders) {}

    record Order(int id, Buyer buyer, String number, List<Position> positions) {}

    record Position(int id, Order order, String text, int amount) {}

    List<Goods> products() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            List<Goods> all = new ArrayList<>();
            while (rows.next()) {
                all.add(goods(rows));
            }
            connection.rollback();
            return all;
        }
    }

    @Nullable Goods product(int id) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(ONE)) {
            statement.setInt(1, id);
            Goods found;
            try (ResultSet rows = statement.executeQuery()) {
                found = rows.next() ? goods(rows) : null;
            }
            connection.rollback();
            return found;
        }
    }

    private static Goods goods(ResultSet rows) throws SQLException {
        return new Goods(
                rows.getInt(1),
                rows.getString(2),
                rows.getString(3),
                rows.getBigDecimal(4),
                rows.getInt(5),
                rows.getObject(6, LocalDate.class));
    }

    /** All graphs, in one statement. */
    List<Buyer> joined() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(JOINED);
                ResultSet rows = statement.executeQuery()) {
            Map<Integer, Buyer> buyers = new HashMap<>();
            Map<Integer, Order> orders = new HashMap<>();
            List<Buyer> all = new ArrayList<>();
            while (rows.next()) {
                Buyer buyer = buyers.get(rows.getInt(1));
                if (buyer == null) {
                    buyer = new Buyer(rows.getInt(1), rows.getString(2), new ArrayList<>());
                    buyers.put(buyer.id(), buyer);
                    all.add(buyer);
                }
                Order order = orders.get(rows.getInt(3));
                if (order == null) {
                    order = new Order(rows.getInt(3), buyer, rows.getString(4), new ArrayList<>());
                    orders.put(order.id(), order);
                    buyer.orders().add(order);
                }
                order.positions().add(new Position(rows.getInt(5), order, rows.getString(6), rows.getInt(7)));
            }
            connection.rollback();
            return all;
        }
    }

    /** All graphs, in statements for some parents at a time: who has parents at hand, and not all there are, has to ask by their keys. */
    List<Buyer> selectIn() throws SQLException {
        try (Connection connection = source.getConnection()) {
            Map<Integer, Buyer> buyers = new HashMap<>();
            Map<Integer, Order> orders = new HashMap<>();
            List<Buyer> all = new ArrayList<>();
            read(connection, CUSTOMERS, rows -> all.add(buyer(rows, buyers)));
            List<Order> allOrders = new ArrayList<>();
            List<Integer> keys = all.stream().map(Buyer::id).toList();
            readOf(connection, PURCHASES, "customer_id", keys, rows -> allOrders.add(order(rows, buyers, orders)));
            List<Integer> orderKeys = allOrders.stream().map(Order::id).toList();
            readOf(connection, LINES, "purchase_id", orderKeys, rows -> addPosition(rows, orders));
            connection.rollback();
            return all;
        }
    }

    /** Joined, since both databases would look through a list or an array of keys again for each row. */
    private static void readOf(
            Connection connection, String select, String column, List<Integer> keys, RowReader reader)
            throws SQLException {
        String sql = select + " join unnest(cast(? as int array)) wanted (wanted_key) on " + column + " = wanted_key";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
                List<Integer> some = keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE));
                statement.setArray(1, connection.createArrayOf("integer", some.toArray()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            }
        }
    }

    /** All graphs, in one statement for each level, since all there are is wanted. */
    List<Buyer> byLevels() throws SQLException {
        try (Connection connection = source.getConnection()) {
            Map<Integer, Buyer> buyers = new HashMap<>();
            Map<Integer, Order> orders = new HashMap<>();
            List<Buyer> all = new ArrayList<>();
            read(connection, CUSTOMERS, rows -> all.add(buyer(rows, buyers)));
            read(connection, PURCHASES, rows -> order(rows, buyers, orders));
            read(connection, LINES, rows -> addPosition(rows, orders));
            connection.rollback();
            return all;
        }
    }

    private static Buyer buyer(ResultSet rows, Map<Integer, Buyer> buyers) throws SQLException {
        Buyer buyer = new Buyer(rows.getInt(1), rows.getString(2), new ArrayList<>());
        buyers.put(buyer.id(), buyer);
        return buyer;
    }

    private static Order order(ResultSet rows, Map<Integer, Buyer> buyers, Map<Integer, Order> orders)
            throws SQLException {
        Buyer buyer = Objects.requireNonNull(buyers.get(rows.getInt(2)));
        Order order = new Order(rows.getInt(1), buyer, rows.getString(3), new ArrayList<>());
        orders.put(order.id(), order);
        buyer.orders().add(order);
        return order;
    }

    private static void addPosition(ResultSet rows, Map<Integer, Order> orders) throws SQLException {
        Order order = Objects.requireNonNull(orders.get(rows.getInt(2)));
        order.positions().add(new Position(rows.getInt(1), order, rows.getString(3), rows.getInt(4)));
    }

    private interface RowReader {
        void read(ResultSet rows) throws SQLException;
    }

    private static void read(Connection connection, String sql, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
