package dev.grapnel.examples.demo;

import dev.grapnel.examples.demo.listeners.Counters;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.sql.connection.StatementKind;
import java.util.ArrayList;
import java.util.List;

/** Shows how much happened: events, statements and the rows they wrote. */
final class Figures {
    private final Counters counters;
    private final Screen screen;

    Figures(Counters counters, Screen screen) {
        this.counters = counters;
        this.screen = screen;
    }

    void run() {
        screen.section("Figures");
        showEvents();
        for (StatementKind kind : StatementKind.values()) {
            if (counters.statements(kind) > 0) {
                screen.item(kind.name(), statements(kind));
            }
        }
        screen.item("database time", "%.1f s".formatted(counters.databaseSeconds()));
    }

    private void showEvents() {
        List<String> cells = new ArrayList<>();
        counters.events().forEach((name, count) -> cells.add("%-24s%10s".formatted(name, Screen.number(count))));
        for (int at = 0; at < cells.size(); at += 2) {
            screen.line(cells.get(at) + (at + 1 < cells.size() ? "     " + cells.get(at + 1) : ""));
        }
    }

    private String statements(StatementKind kind) {
        String written = kind == StatementKind.SELECT ? "" : ", " + Screen.number(counters.rows(kind)) + " rows";
        return Screen.number(counters.statements(kind)) + " statements" + written;
    }
}
