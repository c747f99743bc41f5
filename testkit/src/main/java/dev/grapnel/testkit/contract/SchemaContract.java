package dev.grapnel.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.inspect.Difference;
import dev.grapnel.sql.inspect.Difference.MissingColumn;
import dev.grapnel.sql.inspect.Difference.MissingForeignKey;
import dev.grapnel.sql.inspect.Difference.MissingIndex;
import dev.grapnel.sql.inspect.Difference.MissingTable;
import dev.grapnel.sql.inspect.Difference.MissingUnique;
import dev.grapnel.sql.inspect.Difference.UnmappedRequired;
import dev.grapnel.sql.inspect.Difference.WrongNullability;
import dev.grapnel.sql.inspect.Difference.WrongPrimaryKey;
import dev.grapnel.sql.inspect.Difference.WrongType;
import dev.grapnel.sql.inspect.SchemaMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Constraint;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/**
 * Tables are created, dropped, and compared with what is there. It uses the tables of all other parts, and {@code contract_part} and
 * {@code contract_supplier}.
 */
public abstract class SchemaContract extends ContractCase {

    /** For subclasses. */
    protected SchemaContract() {}

    @Override
    Class<?>[] entities() {
        return Parts.ENTITIES;
    }

    private void sql(Consumer<DSLContext> change) {
        try (JdbcTransaction transaction = engine().begin()) {
            change.accept(transaction.connection().jooq());
            transaction.commit();
        }
    }

    private List<Difference> differences() {
        return schema().validate(engine()).differences();
    }

    /** The table of parts, with something wrong. */
    private static final class PartTable {
        DataType<?> label = SQLDataType.VARCHAR(40).notNull();
        boolean width = true;
        boolean primaryKey = true;
        boolean unique = true;
        boolean foreignKey = true;
        boolean index = true;
        boolean required;

        void recreate(DSLContext jooq) {
            jooq.dropTable(DSL.name("contract_part")).execute();
            var table = jooq.createTable(DSL.name("contract_part"))
                    .column(DSL.name("id"), SQLDataType.INTEGER.notNull().identity(primaryKey))
                    .column(DSL.name("label"), label);
            if (width) {
                table = table.column(DSL.name("width"), SQLDataType.INTEGER);
            }
            if (required) {
                table = table.column(DSL.name("colour"), SQLDataType.VARCHAR(10).notNull());
            }
            table.column(DSL.name("supplier_id"), SQLDataType.INTEGER)
                    .constraints(constraints())
                    .execute();
            if (index && width) {
                jooq.createIndex(DSL.name("contract_part_width"))
                        .on(DSL.name("contract_part"), DSL.name("width"))
                        .execute();
            }
        }

        private List<Constraint> constraints() {
            List<Constraint> constraints = new ArrayList<>();
            if (primaryKey) {
                constraints.add(DSL.primaryKey(DSL.name("id")));
            }
            if (unique) {
                constraints.add(DSL.unique(DSL.name("label")));
            }
            if (foreignKey) {
                constraints.add(DSL.foreignKey(DSL.name("supplier_id"))
                        .references(DSL.name("contract_supplier"), DSL.name("id")));
            }
            return constraints;
        }
    }

    private List<Difference> differencesWith(Consumer<PartTable> wrong) {
        PartTable table = new PartTable();
        wrong.accept(table);
        sql(table::recreate);
        return differences();
    }

    @Test
    void createdTablesDifferInNothing() {
        assertThat(differences()).isEmpty();
        schema().requireValid(engine());
    }

    @Test
    void tablesOfThePrintedStatementsDifferInNothing() {
        schema().dropAll(engine());
        sql(jooq -> schema().createStatements(engine().dialect().jooq())
                .forEach(statement -> jooq.connection(connection -> {
                    try (var plain = connection.createStatement()) {
                        plain.execute(statement);
                    }
                })));

        assertThat(differences()).isEmpty();
    }

    @Test
    void tablesMadeByOthersMayBeTheSame() {
        assertThat(differencesWith(table -> {})).isEmpty();
    }

    @Test
    void missingTableIsFound() {
        sql(jooq -> jooq.dropTable(DSL.name("contract_part")).execute());

        assertThat(differences()).containsExactly(new MissingTable("contract_part"));
    }

    @Test
    void allTablesAreMissingOnceTheyAreDropped() {
        schema().dropAll(engine());

        assertThat(differences()).isNotEmpty().allMatch(MissingTable.class::isInstance);
    }

    @Test
    void missingColumnIsFoundAndItsIndexToo() {
        assertThat(differencesWith(table -> table.width = false))
                .hasSize(2)
                .anyMatch(difference -> difference instanceof MissingColumn missing
                        && missing.column().equals("width"))
                .contains(new MissingIndex("contract_part", "contract_part_width", List.of("width")));
    }

    @Test
    void wrongTypeIsFound() {
        assertThat(differencesWith(table -> table.label = SQLDataType.INTEGER.notNull()))
                .singleElement()
                .isInstanceOfSatisfying(
                        WrongType.class, wrong -> assertThat(wrong.column()).isEqualTo("label"));
    }

    @Test
    void wrongNullabilityIsFound() {
        assertThat(differencesWith(
                        table -> table.label = SQLDataType.VARCHAR(40).null_()))
                .containsExactly(new WrongNullability("contract_part", "label", false));
    }

    @Test
    void missingPrimaryKeyIsFound() {
        assertThat(differencesWith(table -> table.primaryKey = false))
                .contains(new WrongPrimaryKey("contract_part", List.of("id"), List.of()));
    }

    @Test
    void missingUniqueConstraintIsFound() {
        assertThat(differencesWith(table -> table.unique = false))
                .containsExactly(new MissingUnique("contract_part", List.of("label")));
    }

    @Test
    void missingForeignKeyIsFound() {
        assertThat(differencesWith(table -> table.foreignKey = false))
                .containsExactly(new MissingForeignKey(
                        "contract_part", List.of("supplier_id"), "contract_supplier", List.of("id")));
    }

    @Test
    void missingIndexIsFound() {
        assertThat(differencesWith(table -> table.index = false))
                .containsExactly(new MissingIndex("contract_part", "contract_part_width", List.of("width")));
    }

    @Test
    void requiredColumnThatNobodyFillsIsFound() {
        assertThat(differencesWith(table -> table.required = true))
                .singleElement()
                .isInstanceOfSatisfying(
                        UnmappedRequired.class,
                        extra -> assertThat(extra.column()).isEqualTo("colour"));
    }

    @Test
    void startIsRefusedWithAllDifferences() {
        PartTable table = new PartTable();
        table.unique = false;
        table.width = false;
        sql(table::recreate);

        assertThatThrownBy(() -> schema().requireValid(engine()))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining("differs from the mapping in 3 points:")
                .hasMessageContaining("\n  contract_part: column 'width' (")
                .hasMessageContaining("\n  contract_part: the unique constraint [label] is missing")
                .hasMessageContaining(
                        "\nMigrate the database to the mapping, or correct the mapping. [SCHEMA_MISMATCH]");
    }
}
