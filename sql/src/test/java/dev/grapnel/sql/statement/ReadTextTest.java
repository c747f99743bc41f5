package dev.grapnel.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.Table;
import java.sql.SQLException;
import java.util.List;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The text of a read of the engine's own")
class ReadTextTest {
    private final Engine engine = Engine.create("jdbc:h2:mem:read");
    private final StatementCache texts = new StatementCache(engine);
    private final Table word = new Table("word");
    private final Column text = word.add(ColumnDefinition.of("text", String.class));

    @AfterEach
    void close() {
        engine.close();
    }

    private PreparedText read(String key, DataType<?> type) {
        return texts.renderRead(key, () -> DSL.select(text.field()).from(word.asJooq()), List.of(type));
    }

    @Test
    void runsOutsideOfATransactionToo() {
        assertThat(read("plain", text.dataType()).runsInTransaction()).isFalse();
    }

    /** The driver may give large objects only there. */
    @Test
    void runsInTheTransactionIfABindingOfTheProgramReadsItsValues() {
        DataType<String> bound = SQLDataType.VARCHAR.asConvertedDataType(new OwnBinding());

        assertThat(read("bound", bound).runsInTransaction()).isTrue();
    }

    @Test
    void runsInTheTransactionIfAListenerPutAnotherInItsPlace() {
        PreparedText own = read("replaced", text.dataType());

        assertThat(own.replacedBy(own.sql() + " for update").runsInTransaction())
                .isTrue();
        assertThat(own.replacedBy(own.sql()).runsInTransaction()).isFalse();
    }

    private static final class OwnBinding extends AbstractBinding<String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public Converter<String, String> converter() {
            return Converter.ofNullable(String.class, String.class, stored -> stored, value -> value);
        }

        @Override
        public void get(BindingGetResultSetContext<String> context) throws SQLException {
            context.value(context.resultSet().getString(context.index()));
        }

        @Override
        public void set(BindingSetStatementContext<String> context) throws SQLException {
            context.statement().setString(context.index(), context.value());
        }
    }
}
