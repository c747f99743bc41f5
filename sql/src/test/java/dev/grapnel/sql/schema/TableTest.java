package dev.grapnel.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table("contact");
    private final Column id = table.add(ColumnDefinition.of("id", Long.class).primaryKey());

    @Test
    void anUnknownColumnIsRefusedWithTheClosestName() {
        table.add(ColumnDefinition.of("phone", String.class));

        assertThatThrownBy(() -> table.column("phnoe"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Cannot find column 'phnoe' of table 'contact'")
                .hasMessageContaining("Did you mean 'phone'?");
    }

    @Test
    void aColumnIsRefusedTwice() {
        assertThatThrownBy(() -> table.add(ColumnDefinition.of("id", String.class)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("it has one of that name");
    }

    @Test
    void aTypeThatNoColumnHoldsIsRefused() {
        assertThatThrownBy(() -> table.add(ColumnDefinition.of("thread", Thread.class)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Cannot map column 'thread' of table 'contact'")
                .hasMessageContaining("java.lang.Thread")
                .hasMessageContaining("@Transient");
    }

    @Test
    void aForeignKeyNeedsAsManyTargetsAsColumns() {
        assertThatThrownBy(() -> table.addForeignKey(List.of(id), List.of(), false))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("both sides need the same number of columns");
    }

    @Test
    void theSameForeignKeyIsKeptOnce() {
        id.references(id, false);
        id.references(id, false);

        assertThat(table.foreignKeys()).hasSize(1);
        assertThat(id.foreignKey()).isNotNull();
    }

    @Test
    void aUniqueColumnIsAUniqueConstraint() {
        Column code = table.add(ColumnDefinition.of("code", String.class).unique());

        assertThat(table.uniqueConstraints()).containsExactly(List.of(code));
    }

    @Test
    void fieldsAreQualifiedBySchemaAndTable() {
        Column column = new Table("contact", "crm", null).add(ColumnDefinition.of("name", String.class));

        assertThat(column.field().getQualifiedName().getName()).containsExactly("crm", "contact", "name");
    }
}
