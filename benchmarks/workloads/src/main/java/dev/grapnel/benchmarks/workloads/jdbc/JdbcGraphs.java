package dev.grapnel.benchmarks.workloads.jdbc;

import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import dev.grapnel.benchmarks.workloads.jdbc.Customer.Line;
import dev.grapnel.benchmarks.workloads.jdbc.Customer.Purchase;
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
import java.util.function.ToLongFunction;

/** Graphs: a batch for each table, and a select for each level, since all there are is wanted. */
final class JdbcGraphs {
    private final Keys keys;

    JdbcGraphs(Keys keys) {
        this.keys = keys;
    }

    int insert(Connection connection, List<CustomerRow> rows) throws SQLException {
        List<Customer> customers = new ArrayList<>(rows.size());
        List<PurchaseRow> purchaseRows = new ArrayList<>();
        long[] ids = keys.take(connection, "customer_seq", rows.size());
        for (int at = 0; at < ids.length; at++) {
            CustomerRow row = rows.get(at);
            customers.add(new Customer(ids[at], row.name(), row.city()));
            purchaseRows.addAll(row.purchases());
        }
        List<Purchase> purchases = purchases(connection, rows, customers, purchaseRows.size());
        List<Line> lines = lines(connection, purchaseRows, purchases);
        write(connection, customers, purchases, lines);
        return lines.size();
    }

    private List<Purchase> purchases(Connection connection, List<CustomerRow> rows, List<Customer> customers, int count)
            throws SQLException {
        long[] ids = keys.take(connection, "purchase_seq", count);
        List<Purchase> made = new ArrayList<>(count);
        for (int at = 0; at < customers.size(); at++) {
            for (PurchaseRow row : rows.get(at).purchases()) {
                made.add(customers.get(at).addPurchase(ids[made.size()], row.label(), row.placed()));
            }
        }
        return made;
    }

    private List<Line> lines(Connection connection, List<PurchaseRow> rows, List<Purchase> purchases)
            throws SQLException {
        int count = rows.stream().mapToInt(row -> row.lines().size()).sum();
        long[] ids = keys.take(connection, "purchase_line_seq", count);
        List<Line> made = new ArrayList<>(count);
        for (int at = 0; at < purchases.size(); at++) {
            for (LineRow row : rows.get(at).lines()) {
                made.add(purchases.get(at).addLine(ids[made.size()], row.article(), row.amount()));
            }
        }
        return made;
    }

    private static void write(
            Connection connection, List<Customer> customers, List<Purchase> purchases, List<Line> lines)
            throws SQLException {
        each(connection, "insert into customer (id, name, city) values (?, ?, ?)", customers, (row, customer) -> {
            row.setLong(1, customer.id);
            row.setString(2, customer.name);
            row.setString(3, customer.city);
        });
        String purchase = "insert into purchase (id, customer_id, label, placed) values (?, ?, ?, ?)";
        each(connection, purchase, purchases, (row, made) -> {
            row.setLong(1, made.id);
            row.setLong(2, made.customer.id);
            row.setString(3, made.label);
            row.setObject(4, made.placed);
        });
        String line = "insert into purchase_line (id, purchase_id, article, amount) values (?, ?, ?, ?)";
        each(connection, line, lines, (row, made) -> {
            row.setLong(1, made.id);
            row.setLong(2, made.purchase.id);
            row.setString(3, made.article);
            row.setInt(4, made.amount);
        });
    }

    private interface Binder<T> {
        void bind(PreparedStatement row, T value) throws SQLException;
    }

    private static <T> void each(Connection connection, String sql, List<T> values, Binder<T> binder)
            throws SQLException {
        try (Batch batch = new Batch(connection, sql)) {
            for (T value : values) {
                binder.bind(batch.row(), value);
                batch.add();
            }
            batch.send();
        }
    }

    static List<Customer> all(Connection connection) throws SQLException {
        Map<Long, Customer> customers = new HashMap<>();
        Map<Long, Purchase> purchases = new HashMap<>();
        List<Customer> all = new ArrayList<>();
        read(connection, "select id, name, city from customer", rows -> {
            Customer customer = new Customer(rows.getLong(1), rows.getString(2), rows.getString(3));
            customers.put(customer.id, customer);
            all.add(customer);
        });
        read(connection, "select id, customer_id, label, placed from purchase", rows -> {
            Customer customer = Objects.requireNonNull(customers.get(rows.getLong(2)));
            Purchase purchase =
                    customer.addPurchase(rows.getLong(1), rows.getString(3), rows.getObject(4, LocalDate.class));
            purchases.put(purchase.id, purchase);
        });
        read(connection, "select id, purchase_id, article, amount from purchase_line", rows -> {
            Purchase purchase = Objects.requireNonNull(purchases.get(rows.getLong(2)));
            purchase.addLine(rows.getLong(1), rows.getString(3), rows.getInt(4));
        });
        return all;
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

    /** Row by row, as one who deletes what he has loaded: other rows that came meanwhile stay. */
    static int delete(Connection connection, List<Customer> customers) throws SQLException {
        List<Purchase> purchases = new ArrayList<>();
        customers.forEach(customer -> purchases.addAll(customer.purchases));
        List<Line> lines = new ArrayList<>();
        purchases.forEach(purchase -> lines.addAll(purchase.lines));
        delete(connection, "purchase_line", lines, line -> line.id);
        delete(connection, "purchase", purchases, purchase -> purchase.id);
        delete(connection, "customer", customers, customer -> customer.id);
        return lines.size();
    }

    private static <T> void delete(Connection connection, String table, List<T> objects, ToLongFunction<T> key)
            throws SQLException {
        each(
                connection,
                "delete from " + table + " where id = ?",
                objects,
                (row, object) -> row.setLong(1, key.applyAsLong(object)));
    }
}
