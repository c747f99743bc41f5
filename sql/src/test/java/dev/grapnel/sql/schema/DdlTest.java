package dev.grapnel.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

class DdlTest {
    private final Table parent = new Table("parent");
    private final Column parentId =
            parent.add(ColumnDefinition.of("id", long.class).primaryKey().generated());
    private final Table child = new Table("child");
    private final Column childId =
            child.add(ColumnDefinition.of("id", long.class).primaryKey().generated());
    private final Column childParent = child.add(ColumnDefinition.of("parent_id", Long.class));

    @Test
    void parentIsCreatedBeforeChildAndDroppedAfterIt() {
        childParent.references(parentId, false);

        Ddl ddl = Ddl.of(Tables.of(List.of(child, parent)), SQLDialect.POSTGRES);

        assertThat(ddl.create())
                .extracting(text -> text.contains("\"child\" ("))
                .containsExactly(false, true);
        assertThat(ddl.drop()).first().asString().contains("\"child\"");
    }

    @Test
    void aCircleIsClosedByAnAlterTable() {
        childParent.references(parentId, false);
        parent.add(ColumnDefinition.of("favourite_id", Long.class)).references(childId, false);

        List<String> statements =
                Ddl.of(Tables.of(List.of(parent, child)), SQLDialect.H2).create();

        assertThat(statements).hasSize(3).last().asString().startsWith("alter table \"child\" add foreign key");
    }

    @Test
    void aCircleStandsInTheTablesOfSqlite() {
        childParent.references(parentId, false);
        parent.add(ColumnDefinition.of("favourite_id", Long.class)).references(childId, false);

        List<String> statements =
                Ddl.of(Tables.of(List.of(parent, child)), SQLDialect.SQLITE).create();

        assertThat(statements).hasSize(2).allMatch(text -> text.contains("foreign key"));
    }

    @Test
    void aTableMayReferToItself() {
        parent.add(ColumnDefinition.of("parent_id", Long.class)).references(parentId, true);

        List<String> statements =
                Ddl.of(Tables.of(List.of(parent)), SQLDialect.POSTGRES).create();

        assertThat(statements).hasSize(1).first().asString().contains("on delete cascade");
    }

    @Test
    void sqliteCountsGeneratedKeys() {
        String text = Ddl.of(Tables.of(List.of(parent)), SQLDialect.SQLITE).print();

        assertThat(text)
                .containsIgnoringCase("integer primary key autoincrement")
                .endsWith(";\n");
    }

    @Test
    void aDecimalWithoutSizesKeepsItsFractionOnH2() {
        parent.add(ColumnDefinition.of("amount", BigDecimal.class));

        assertThat(Ddl.of(Tables.of(List.of(parent)), SQLDialect.H2).print()).contains("\"amount\" decfloat");
    }

    @Test
    void serverDefaultsStandInTheText() {
        parent.add(ColumnDefinition.of("status", String.class).notNull().serverDefault("'open'"));

        assertThat(Ddl.of(Tables.of(List.of(parent)), SQLDialect.POSTGRES).print())
                .contains("\"status\" varchar(255) not null default ('open')");
    }

    @Test
    void generatedColumnsStandInTheText() {
        parent.add(ColumnDefinition.of("twice", Integer.class).generatedAs("2 * \"id\""));
        Tables tables = Tables.of(List.of(parent));

        assertThat(Ddl.of(tables, SQLDialect.POSTGRES).print())
                .contains("\"twice\" int generated always as (2 * \"id\") stored");
        assertThat(Ddl.of(tables, SQLDialect.H2).print())
                .contains("\"twice\" int generated always as (2 * \"id\")")
                .doesNotContain("stored");
        assertThat(Ddl.of(tables, SQLDialect.SQLITE).create())
                .last()
                .asString()
                .contains("twice")
                .contains("generated always as (2 * \"id\")");
    }
}
