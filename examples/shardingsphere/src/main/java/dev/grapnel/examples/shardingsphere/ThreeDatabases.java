package dev.grapnel.examples.shardingsphere;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.connection.Engine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;
import org.apache.shardingsphere.driver.jdbc.core.datasource.ShardingSphereDataSource;

/** One PostgreSQL server with three databases, and ShardingSphere in front of them. */
final class ThreeDatabases implements AutoCloseable {
    private static final String RULES = """
            rules:
            - !SHARDING
              tables:
                customer:
                  actualDataNodes: shard_${0..2}.customer
                  databaseStrategy:
                    standard:
                      shardingColumn: id
                      shardingAlgorithmName: by_id
                purchase:
                  actualDataNodes: shard_${0..2}.purchase
                  databaseStrategy:
                    standard:
                      shardingColumn: customer_id
                      shardingAlgorithmName: by_customer
              bindingTables:
              - customer,purchase
              shardingAlgorithms:
                by_id:
                  type: INLINE
                  props:
                    algorithm-expression: shard_${id % 3}
                    allow-range-query-with-inline-sharding: true
                by_customer:
                  type: INLINE
                  props:
                    algorithm-expression: shard_${customer_id % 3}
                    allow-range-query-with-inline-sharding: true
            """;

    private final EmbeddedPostgres server;
    private final DataSource spreading;

    private ThreeDatabases(EmbeddedPostgres server, DataSource spreading) {
        this.server = server;
        this.spreading = spreading;
    }

    static ThreeDatabases start(Registry registry) throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        StringBuilder settings = new StringBuilder("dataSources:\n");
        for (String name : names()) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            try (Engine engine = Engine.create(url(server, name))) {
                Schema.of(registry).createAll(engine);
            }
            settings.append(String.format(
                    Locale.ROOT,
                    "  %s:%n    dataSourceClassName: com.zaxxer.hikari.HikariDataSource%n"
                            + "    driverClassName: org.postgresql.Driver%n    jdbcUrl: %s%n",
                    name,
                    url(server, name)));
        }
        settings.append(RULES);
        return new ThreeDatabases(
                server,
                YamlShardingSphereDataSourceFactory.createDataSource(
                        settings.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> names() {
        return List.of("shard_0", "shard_1", "shard_2");
    }

    private static String url(EmbeddedPostgres server, String database) {
        return server.getJdbcUrl("postgres", database);
    }

    /** All of them as one. */
    DataSource spreading() {
        return spreading;
    }

    /** How many customers each of them has. */
    List<Long> customers(Registry registry) {
        List<Long> counts = new ArrayList<>();
        for (String name : names()) {
            try (Engine engine = Engine.create(url(server, name))) {
                counts.add(SessionFactory.of(engine, registry)
                        .computeInTransaction(
                                session -> session.query(Customer.class).count()));
            }
        }
        return counts;
    }

    @Override
    public void close() throws IOException, SQLException {
        try (server) {
            spreading.unwrap(ShardingSphereDataSource.class).close();
        }
    }
}
