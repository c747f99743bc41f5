package dev.grapnel.benchmarks.workloads.jdbc;

import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.benchmarks.workloads.ground.Rows;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plain object, with and without audit columns. */
final class Product {
    static final String COLUMNS = "id, name, maker, price, stock, since";

    final long id;
    final String name;
    final String maker;
    final BigDecimal price;
    int stock;
    final LocalDate since;

    @Nullable String changedBy;

    @Nullable LocalDateTime changedAt;

    Product(long id, ProductRow row) {
        this.id = id;
        name = row.name();
        maker = row.maker();
        price = row.price();
        stock = row.stock();
        since = row.since();
    }

    Product(ResultSet rows) throws SQLException {
        id = rows.getLong(1);
        name = rows.getString(2);
        maker = rows.getString(3);
        price = rows.getBigDecimal(4);
        stock = rows.getInt(5);
        since = rows.getObject(6, LocalDate.class);
    }

    void bind(PreparedStatement insert) throws SQLException {
        insert.setLong(1, id);
        insert.setString(2, name);
        insert.setString(3, maker);
        insert.setBigDecimal(4, price);
        insert.setInt(5, stock);
        insert.setObject(6, since);
    }

    static long sum(List<Product> products) {
        return products.stream().mapToLong(Product::sum).sum();
    }

    long sum() {
        return Rows.sum(id, new ProductRow(name, maker, price, stock, since));
    }
}
