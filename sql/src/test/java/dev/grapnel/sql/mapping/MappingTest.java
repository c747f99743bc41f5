package dev.grapnel.sql.mapping;

import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Maps classes for one test and frees them after it. */
abstract class MappingTest {
    private final List<TableRegistry> registries = new ArrayList<>();

    /** A registry as a facade would make it. */
    static final class TestRegistry extends TableRegistry {}

    @AfterEach
    void freeTheClasses() {
        registries.forEach(TableRegistry::dispose);
    }

    final TableRegistry registry() {
        TableRegistry registry = new TestRegistry();
        registries.add(registry);
        return registry;
    }

    final TableRegistry map(Class<?>... types) {
        TableRegistry registry = registry();
        registry.add(types);
        registry.configure();
        return registry;
    }

    static List<String> names(List<MappedColumn> columns) {
        return columns.stream()
                .map(mapped -> mapped.attribute() + " in " + mapped.column())
                .toList();
    }

    static List<String> pairs(List<ColumnPair> pairs) {
        return pairs.stream().map(pair -> pair.local() + " = " + pair.remote()).toList();
    }

    static List<String> columnNames(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
