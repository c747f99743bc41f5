package dev.grapnel.sql.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.sql.TestDatabase;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class DialectTest {
    private final Engine engine;

    DialectTest(TestDatabase database) {
        engine = database.open();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void anErrorAbortsTheTransactionWhereTheFactsSaySo() {
        try (JdbcTransaction transaction = engine.begin()) {
            DSLContext jooq = transaction.connection().jooq();
            assertThatThrownBy(() -> jooq.fetch("select nothing from nowhere")).isNotNull();

            boolean aborted = engine.dialect().errorAbortsTransaction();
            if (aborted) {
                assertThatThrownBy(() -> jooq.fetch("select 1")).isNotNull();
            } else {
                assertThatCode(() -> jooq.fetch("select 1")).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void asManyParametersFitAsTheFactsSay() throws SQLException {
        int most = engine.dialect().maximumParameters();
        String marks = String.join(", ", Collections.nCopies(most, "?"));
        try (JdbcTransaction transaction = engine.begin();
                PreparedStatement statement =
                        transaction.connection().jdbc().prepareStatement("select 1 where 1 in (" + marks + ")")) {
            for (int index = 1; index <= most; index++) {
                statement.setInt(index, index);
            }
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    @Test
    void anUnlistedDatabaseGetsCautiousAnswers() {
        Dialect unlisted = Dialect.of(SQLDialect.HSQLDB);

        assertThat(unlisted.generatedKeys()).isEqualTo(GeneratedKeys.SINGLE_KEYS);
        assertThat(unlisted.maximumParameters()).isEqualTo(2_000);
    }
}
