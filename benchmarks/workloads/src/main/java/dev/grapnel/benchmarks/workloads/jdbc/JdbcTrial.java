package dev.grapnel.benchmarks.workloads.jdbc;

import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.Database;
import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import dev.grapnel.benchmarks.workloads.contract.Prepared;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import dev.grapnel.benchmarks.workloads.contract.Trial;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Each job in as few statements as the tables need, rows in batches of a thousand, keys in one statement. */
final class JdbcTrial implements Trial {
    private static final int FETCHED = 1_000;

    private final DataSource source;
    private final JdbcProducts products;
    private final JdbcProducts audited;
    private final JdbcGraphs graphs;
    private final JdbcNodes nodes;
    private final AuditMode audit;
    private long hooksCalled;

    JdbcTrial(Database database, AuditMode audit) {
        this.audit = audit;
        source = database.dataSource();
        Keys keys = new Keys(database.kind());
        products = new JdbcProducts(keys, "product", false);
        audited = new JdbcProducts(keys, "audited_product", true);
        graphs = new JdbcGraphs(keys);
        nodes = new JdbcNodes(keys);
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            T result = work.with(connection);
            connection.commit();
            return result;
        }
    }

    /** The measured part, in a transaction of its own, as one that reads and one that writes are two to a program without sessions. */
    private Prepared prepared(Work<?> work) {
        return new Prepared() {
            @Override
            public void run() throws SQLException {
                inTransaction(work);
            }

            @Override
            public void close() {
                // Nothing is held but plain objects.
            }
        };
    }

    @Override
    public void insertProducts(List<ProductRow> rows) throws SQLException {
        inTransaction(connection -> products.insert(connection, rows));
    }

    @Override
    public void insertGraphs(List<CustomerRow> rows) throws SQLException {
        inTransaction(connection -> graphs.insert(connection, rows));
    }

    @Override
    public LongSupplier loadProducts() throws SQLException {
        List<Product> all = inTransaction(products::all);
        return () -> Product.sum(all);
    }

    @Override
    public Prepared changeProducts(int every, int stock) throws SQLException {
        List<Product> all = inTransaction(products::all);
        return prepared(connection -> products.change(connection, all, every, stock));
    }

    @Override
    public LongSupplier loadGraphs() throws SQLException {
        List<Customer> all = inTransaction(JdbcGraphs::all);
        return () -> Customer.sum(all);
    }

    @Override
    public long findProducts(long[] keys) throws SQLException {
        long sum = 0;
        for (long key : keys) {
            sum += inTransaction(connection -> products.find(connection, key)).sum();
        }
        return sum;
    }

    /** Who writes by hand knows that nothing has changed; the loaded objects are held for the measure of memory. */
    @Override
    public Prepared flushUnchanged(int times) throws SQLException {
        List<Product> all = inTransaction(products::all);
        return prepared(connection -> all.size());
    }

    @Override
    public Prepared deleteGraphs() throws SQLException {
        List<Customer> all = inTransaction(JdbcGraphs::all);
        return prepared(connection -> JdbcGraphs.delete(connection, all));
    }

    @Override
    public void insertAudited(List<ProductRow> rows) throws SQLException {
        inTransaction(connection -> audited.insert(connection, rows));
        called(rows.size());
    }

    @Override
    public Prepared changeAudited(int every, int stock) throws SQLException {
        List<Product> all = inTransaction(audited::all);
        return prepared(connection -> {
            int changed = audited.change(connection, all, every, stock);
            called(changed);
            return changed;
        });
    }

    /** By hand a hook is a statement in the loop, and there in both modes. */
    private void called(int rows) {
        if (audit == AuditMode.BY_HOOKS) {
            hooksCalled += rows;
        }
    }

    @Override
    public long hooksCalled() {
        return hooksCalled;
    }

    @Override
    public long streamReadings() throws SQLException {
        return inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select id, sensor, amount from reading")) {
                statement.setFetchSize(FETCHED);
                return sum(statement);
            }
        });
    }

    private static long sum(PreparedStatement statement) throws SQLException {
        long sum = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Reading reading = new Reading(rows.getLong(1), rows.getString(2), rows.getInt(3));
                sum += reading.id() + reading.amount();
            }
        }
        return sum;
    }

    /** An object that is given up at once. */
    private record Reading(long id, String sensor, int amount) {}

    @Override
    public Prepared changeNodes(NodeWork work) throws SQLException {
        List<Long> loaded = inTransaction(JdbcNodes::all);
        return prepared(connection -> nodes.change(connection, loaded, work));
    }

    @Override
    public void close() {
        // The pool is the harness's.
    }
}
