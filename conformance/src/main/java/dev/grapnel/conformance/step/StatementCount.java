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
    private boolean paused;

    void watch(Engine engine) {
        engine.events().beforeStatement(this::count);
    }

    /** Does something whose statements are the scenario's own and not the library's. */
    void without(Runnable statements) {
        paused = true;
        try {
            statements.run();
        } finally {
            paused = false;
        }
    }

    private void count(StatementEvent event) {
        if (paused) {
            return;
        }
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
