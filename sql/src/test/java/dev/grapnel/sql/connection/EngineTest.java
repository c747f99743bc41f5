package dev.grapnel.sql.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.grapnel.core.error.DatabaseException;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EngineTest {

    @Test
    void theDialectFollowsFromTheUrl() {
        try (Engine engine = Engine.create("jdbc:postgresql://nowhere/db")) {
            assertThat(engine.dialect().family()).isEqualTo(SQLDialect.POSTGRES);
        }
    }

    @Test
    void theDialectFollowsFromTheDataSource() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:");

        try (Engine engine = Engine.of(source)) {
            assertThat(engine.dialect().family()).isEqualTo(SQLDialect.H2);
        }
    }

    @Test
    void anEngineOverForeignConnectionsHasSettingsToo() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:");

        try (Engine engine = Engine.of(source, SQLDialect.H2, EngineSettings.DEFAULT.withBatchSize(7))) {
            assertThat(engine.settings().batchSize()).isEqualTo(7);
            assertThat(engine.settings().rowsAsArrays()).isTrue();
        }
    }

    @Test
    void whatStaysWithTheConnectionIsThereInTheNextTransaction() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:");
            pool.setMaximumPoolSize(1);
            Engine engine = Engine.of(pool);

            assertThat(keptIn(engine)).isNotNull().isSameAs(keptIn(engine));
        }
    }

    @Test
    void nothingStaysWithConnectionsOfWhichNobodyKnowsWhoWatchesThem() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:");

        assertThat(keptIn(Engine.of(source))).isNull();
    }

    private static @Nullable Object keptIn(Engine engine) {
        try (JdbcTransaction transaction = engine.begin()) {
            return transaction.connection().kept(Object.class, own -> new Object());
        }
    }

    @Test
    void anUnknownUrlIsRefusedWithoutShowingSecrets() {
        assertThatThrownBy(() -> Engine.create("jdbc:nothing:db?password=secret"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("jdbc:nothing:db")
                .hasMessageNotContaining("secret");
    }

    @Test
    @Timeout(10)
    void anUnreachableDatabaseIsAClearErrorWithoutAHang() {
        EngineSettings settings = EngineSettings.DEFAULT.withConnectTimeout(Duration.ofSeconds(2));
        try (Engine engine = Engine.create("jdbc:postgresql://localhost:1/db", "user", "secret", settings)) {
            assertThatThrownBy(engine::begin)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Cannot connect to 'jdbc:postgresql://localhost:1/db'")
                    .hasMessageContaining("Check the address")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    @Timeout(10)
    void anExhaustedPoolIsAClearError() {
        EngineSettings settings = EngineSettings.DEFAULT.withPoolSize(1).withConnectTimeout(Duration.ofMillis(300));
        try (Engine engine = Engine.create("jdbc:h2:mem:", settings);
                JdbcTransaction first = engine.begin()) {
            assertThat(first.isActive()).isTrue();
            assertThatThrownBy(engine::begin)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("All 1 connections of the pool are in use");
        }
    }

    @Test
    void aClosedEngineIsRefused() {
        Engine engine = Engine.create("jdbc:h2:mem:");
        engine.close();
        engine.close();

        assertThatThrownBy(engine::begin)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void jooqDoesNotGreet() {
        Engine.create("jdbc:h2:mem:").close();

        assertThat(System.getProperty("org.jooq.no-logo")).isEqualTo("true");
        assertThat(System.getProperty("org.jooq.no-tips")).isEqualTo("true");
    }
}
