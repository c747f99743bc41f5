package dev.grapnel.core.flush.explain;

import dev.grapnel.core.store.RowChange;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row that the next flush would write.
 *
 * @param number its place in the order, from 1
 * @param kind what is done to it
 * @param place where it stands, as the name of a table
 * @param objects the object it belongs to, or the two that it ties to each other
 * @param columns what an update writes; empty otherwise
 * @param reasons why it is written
 * @param dependencies why it comes after other rows
 */
public record PlannedRow(
        int number,
        RowChange.Kind kind,
        String place,
        List<PlannedObject> objects,
        List<String> columns,
        List<Reason> reasons,
        List<Dependency> dependencies) {

    /** Copies the lists, so that the row is a value. */
    public PlannedRow {
        objects = List.copyOf(objects);
        columns = List.copyOf(columns);
        reasons = List.copyOf(reasons);
        dependencies = List.copyOf(dependencies);
    }

    /** In short: {@code UPDATE author (name): Author[1]}. */
    @Override
    public String toString() {
        String what = columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ')';
        return kind + " " + place + what + ": " + who();
    }

    String who() {
        return objects.stream().map(PlannedObject::label).collect(Collectors.joining(", "));
    }
}
