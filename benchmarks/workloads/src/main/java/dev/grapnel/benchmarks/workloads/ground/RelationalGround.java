package dev.grapnel.benchmarks.workloads.ground;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.DatabaseKind;
import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The tables in H2 or PostgreSQL. */
public final class RelationalGround implements Ground {
    /**
     * H2 in the memory of this JVM. Names are compared without regard to case, so that quoted and unquoted ones both work; a statement that runs again reads
     * again instead of giving the rows of the run before.
     */
    public static final String H2_URL = "jdbc:h2:mem:workloads;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;"
            + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;OPTIMIZE_REUSE_RESULTS=FALSE";

    private static final int CONNECTIONS = 4;
    private static final List<String> EMPTIED =
            List.of("purchase_line", "purchase", "customer", "product", "audited_product", "node");

    private final PlainSql sql;
    private final HikariDataSource pool;
    private final Database database;

    /** What was written into a table last, of which a copy is kept: copying is faster than writing again. */
    private final Map<String, List<?>> kept = new HashMap<>();

    private RelationalGround(PlainSql sql, HikariDataSource pool, Database database) {
        this.sql = sql;
        this.pool = pool;
        this.database = database;
    }

    /**
     * Connects, and makes the tables if they are not there.
     *
     * @param kind H2 or PostgreSQL
     * @param url where
     * @param around what stands between the contestant and the pool
     * @return the tables, empty but for readings
     */
    public static RelationalGround open(DatabaseKind kind, String url, UnaryOperator<DataSource> around) {
        PlainSql sql = PlainSql.connect(url);
        if (!sql.exists("reading")) {
            sql.script("tables.sql");
        }
        HikariDataSource pool = pool(url);
        RelationalGround ground = new RelationalGround(sql, pool, new Database(kind, url, around.apply(pool)));
        ground.empty();
        return ground;
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public Database database() {
        return database;
    }

    private boolean isH2() {
        return database.kind() == DatabaseKind.H2;
    }

    @Override
    public void empty() {
        if (isH2()) {
            sql.run("set referential_integrity false");
            EMPTIED.forEach(table -> sql.run("truncate table " + table));
            sql.run("set referential_integrity true");
        } else {
            sql.run("truncate table " + String.join(", ", EMPTIED));
        }
    }

    @Override
    public void fillProducts(String table, List<ProductRow> rows) {
        fill(table, "id, name, maker, price, stock, since", rows, () -> {
            List<Object[]> values = new ArrayList<>();
            for (ProductRow row : rows) {
                long key = values.size() + 1L;
                values.add(new Object[] {key, row.name(), row.maker(), row.price(), row.stock(), row.since()});
            }
            return values;
        });
    }

    @Override
    public void fillGraphs(List<CustomerRow> rows) {
        GraphValues values = new GraphValues();
        fill("customer", "id, name, city", rows, () -> values.of(rows).customers);
        fill("purchase", "id, customer_id, label, placed", rows, () -> values.purchases);
        fill("purchase_line", "id, purchase_id, article, amount", rows, () -> values.lines);
    }

    /** The rows of graphs, with keys. */
    private static final class GraphValues {
        final List<Object[]> customers = new ArrayList<>();
        final List<Object[]> purchases = new ArrayList<>();
        final List<Object[]> lines = new ArrayList<>();

        GraphValues of(List<CustomerRow> rows) {
            for (CustomerRow row : rows) {
                long key = customers.size() + 1L;
                customers.add(new Object[] {key, row.name(), row.city()});
                row.purchases().forEach(purchase -> add(key, purchase));
            }
            return this;
        }

        private void add(long customer, PurchaseRow row) {
            long key = purchases.size() + 1L;
            purchases.add(new Object[] {key, customer, row.label(), row.placed()});
            for (LineRow line : row.lines()) {
                lines.add(new Object[] {lines.size() + 1L, key, line.article(), line.amount()});
            }
        }
    }

    private interface Values {
        List<Object[]> make();
    }

    private void fill(String table, String columns, List<?> rows, Values values) {
        String copy = "kept_" + table;
        if (kept.get(table) == rows) {
            sql.run("insert into " + table + " (" + columns + ") select " + columns + " from " + copy);
            return;
        }
        sql.insert(table, columns, values.make());
        sql.run("drop table if exists " + copy);
        sql.run("create table " + copy + " as select " + columns + " from " + table);
        sql.run("analyze" + (isH2() ? "" : " " + table));
        kept.put(table, rows);
    }

    @Override
    public void fillNodes(int count) {
        int depth = NodeWork.DEPTH;
        sql.run("insert into node (id, parent_id, name, weight)"
                + " select n, case when mod(n, " + depth + ") = 1 then null else n - 1 end, 'node', 1 from "
                + numbers(count));
    }

    @Override
    public void fillReadings(int count) {
        if (contents("reading").get(0) != count) {
            sql.run("truncate table reading");
            sql.run(
                    "insert into reading (id, sensor, amount) select n, concat('sensor ', mod(n, 1000)), mod(n, 100) from "
                            + numbers(count));
            sql.run("analyze" + (isH2() ? "" : " reading"));
        }
    }

    private String numbers(int count) {
        return isH2() ? "system_range(1, " + count + ") numbers (n)" : "generate_series(1, " + count + ") numbers (n)";
    }

    @Override
    public List<Long> contents(String table, String... sums) {
        StringBuilder query = new StringBuilder("select count(*)");
        for (String column : sums) {
            query.append(", coalesce(sum(").append(column).append("), 0)");
        }
        return sql.row(query + " from " + table);
    }

    @Override
    public long count(String table, String column, Object value) {
        return sql.row("select count(*) from " + table + " where " + column + " = ?", value)
                .get(0);
    }

    @Override
    public void close() {
        pool.close();
        sql.close();
    }
}
