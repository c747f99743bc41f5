package dev.grapnel.sql.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.dialect.Dialect;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.ColumnDefinition;
import dev.grapnel.sql.schema.JooqContexts;
import dev.grapnel.sql.schema.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The keys of one statement")
class KeyListTest {
    private final Table person = new Table("person");
    private final Column id = person.add(ColumnDefinition.of("id", int.class).primaryKey());
    private final Column price = person.add(ColumnDefinition.of("price", BigDecimal.class));

    @Test
    void areOneArrayOnPostgres() {
        KeyList keys = of(SQLDialect.POSTGRES, List.of(id), List.of(7, 8, 9));

        assertThat(keys.places()).isZero();
        assertThat(keys.parameters()).containsExactly((Object) new Integer[] {7, 8, 9});
        assertThat(text(SQLDialect.POSTGRES, keys))
                .contains("where \"person\".\"id\" in (select unnest(cast(? as int[])))");
    }

    @Test
    void areNotCutToTheLengthOfTheirColumn() {
        Column name = person.add(ColumnDefinition.of("name", String.class).length(3));

        assertThat(text(SQLDialect.POSTGRES, of(SQLDialect.POSTGRES, List.of(name), List.of("longer"))))
                .contains("unnest(cast(? as varchar[]))");
        assertThat(text(SQLDialect.H2, of(SQLDialect.H2, List.of(name), List.of("longer"))))
                .contains("unnest(cast(? as varchar array))");
    }

    @Test
    void areATableOnH2() {
        KeyList keys = of(SQLDialect.H2, List.of(id), List.of(7, 8, 9));

        assertThat(keys.places()).isZero();
        assertThat(keys.parameters()).containsExactly((Object) new Integer[] {7, 8, 9});
        assertThat(text(SQLDialect.H2, keys))
                .contains("join unnest(cast(? as int array)) \"wanted\" (\"wanted_key\")")
                .doesNotContain("where");
    }

    @Test
    void areListedElsewhereAndTheLastOneRepeatedSoThatThereAreFewTexts() {
        KeyList keys = of(SQLDialect.SQLITE, List.of(id), List.of(7, 8, 9));

        assertThat(keys.places()).isEqualTo(4);
        assertThat(keys.parameters()).containsExactly(7, 8, 9, 9);
        assertThat(text(SQLDialect.SQLITE, keys)).contains("in (?, ?, ?, ?)");
    }

    @Test
    void haveNoMorePlacesThanAStatementMayHave() {
        List<Integer> many = IntStream.range(0, 300).boxed().toList();

        assertThat(of(SQLDialect.SQLITE, List.of(id), many).places()).isEqualTo(KeyList.MOST);
    }

    @Test
    void ofOneObjectHaveOnePlace() {
        assertThat(of(SQLDialect.SQLITE, List.of(id), List.of(7)).places()).isEqualTo(1);
    }

    @Test
    void ofSeveralColumnsAreListedAsRows() {
        List<List<Object>> values = List.of(List.of(1, BigDecimal.ONE), List.of(2, BigDecimal.TEN));
        KeyList keys = of(SQLDialect.POSTGRES, List.of(id, price), values);

        assertThat(keys.places()).isEqualTo(2);
        assertThat(keys.parameters()).containsExactly(1, BigDecimal.ONE, 2, BigDecimal.TEN);
        assertThat(text(SQLDialect.POSTGRES, keys))
                .contains("(\"person\".\"id\", \"person\".\"price\") in ((?, ?), (?, ?))");
    }

    @Test
    void ofATypeThatIsNoPlainOneAreListed() {
        KeyList keys = of(SQLDialect.POSTGRES, List.of(price), List.of(BigDecimal.ONE));

        assertThat(keys.places()).isEqualTo(1);
        assertThat(text(SQLDialect.POSTGRES, keys)).contains("\"price\" in (");
    }

    private static KeyList of(SQLDialect dialect, List<Column> columns, List<?> keys) {
        return KeyList.of(Dialect.of(dialect), columns, keys);
    }

    private String text(SQLDialect dialect, KeyList keys) {
        KeyFilter filter = keys.withPlaceholders();
        return JooqContexts.rendering(dialect)
                .render(DSL.select(id.field()).from(filter.from(own())).where(filter.where()));
    }

    private org.jooq.Table<org.jooq.Record> own() {
        return person.asJooq();
    }
}
