package dev.grapnel.benchmarks.workloads.jdbc;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Products in one of their two tables. */
final class JdbcProducts {
    private final Keys keys;
    private final String table;
    private final boolean audited;
    private final String select;

    JdbcProducts(Keys keys, String table, boolean audited) {
        this.keys = keys;
        this.table = table;
        this.audited = audited;
        select = "select " + Product.COLUMNS + " from " + table;
    }

    int insert(Connection connection, List<ProductRow> rows) throws SQLException {
        long[] ids = keys.take(connection, table + "_seq", rows.size());
        String sql = "insert into " + table + " (" + Product.COLUMNS
                + (audited
                        ? ", changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)"
                        : ") values (?, ?, ?, ?, ?, ?)");
        try (Batch batch = new Batch(connection, sql)) {
            for (int at = 0; at < ids.length; at++) {
                Product product = new Product(ids[at], rows.get(at));
                product.bind(batch.row());
                if (audited) {
                    audit(product, batch.row(), 7);
                }
                batch.add();
            }
            batch.send();
        }
        return ids.length;
    }

    private static void audit(Product product, PreparedStatement row, int at) throws SQLException {
        product.changedBy = AuditMode.BY;
        product.changedAt = AuditMode.AT;
        row.setString(at, product.changedBy);
        row.setObject(at + 1, product.changedAt);
    }

    List<Product> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet rows = statement.executeQuery()) {
            List<Product> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Product(rows));
            }
            return all;
        }
    }

    Product find(Connection connection, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select + " where id = ?")) {
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("No " + table + " has the key " + key + ".");
                }
                return new Product(rows);
            }
        }
    }

    int change(Connection connection, List<Product> all, int every, int stock) throws SQLException {
        String sql = "update " + table + " set stock = ?" + (audited ? ", changed_by = ?, changed_at = ?" : "")
                + " where id = ?";
        int changed = 0;
        try (Batch batch = new Batch(connection, sql)) {
            for (Product product : all) {
                if (product.id % every == 1) {
                    product.stock = stock;
                    batch.row().setInt(1, product.stock);
                    if (audited) {
                        audit(product, batch.row(), 2);
                    }
                    batch.row().setLong(audited ? 4 : 2, product.id);
                    batch.add();
                    changed++;
                }
            }
            batch.send();
        }
        return changed;
    }
}
