package dev.grapnel.conformance.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.StatementEvent;
import dev.grapnel.sql.connection.StatementKind;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the library sends: statements that read, and rows that are written. */
final class StatementCount {
    private final Map<String, Integer> counts = new TreeMap<>();

    void watch(Engine engine) {
        engine.events().beforeStatement(this::count);
    }

    private void count(StatementEvent event) {
        int weight = event.kind() == StatementKind.SELECT ? 1 : event.parameterSets();
        counts.merge(event.kind().name().toLowerCase(Locale.ROOT), weight, Integer::sum);
    }

    /** {@return what was counted since the last call} */
    ObjectNode take() {
        ObjectNode taken = JsonNodeFactory.instance.objectNode();
        counts.forEach(taken::put);
        counts.clear();
        return taken;
    }
}
