package dev.grapnel.sql.persist;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.sql.mapping.ElementTable;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.List;

/** Writes the rows of one collection of values of several owners: those that are gone are deleted, then those that are new are inserted. */
final class ElementStep {
    private final StatementCache texts;
    private final StatementRunner runner;
    private final ElementTable elements;
    private final ElementChanges changes;

    ElementStep(StatementCache texts, StatementRunner runner, ElementTable elements, ElementChanges changes) {
        this.texts = texts;
        this.runner = runner;
        this.elements = elements;
        this.changes = changes;
    }

    /** Sends what has changed. */
    void send() {
        if (!changes.wiped().isEmpty()) {
            runner.executeBatch(texts.delete(elements.table(), elements.ownerColumns()), changes.wiped());
        }
        if (!changes.gone().isEmpty()) {
            List<Column> where = elements.key() == null ? elements.columns() : elements.keyColumns();
            check(runner.executeBatch(texts.delete(elements.table(), where), changes.gone()));
        }
        if (!changes.made().isEmpty()) {
            runner.insert(texts.insert(elements.table(), elements.columns(), List.of()), changes.made());
        }
    }

    private void check(int[] counts) {
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] == 0) {
                throw new StaleDataException(
                        "Cannot delete an element of " + elements.property() + " of "
                                + changes.losing().get(at) + ": table "
                                + elements.table().name()
                                + " has no such row. Someone deleted it since it was loaded; roll back and load the object anew.");
            }
        }
    }
}
