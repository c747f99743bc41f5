package dev.grapnel.sql.persist;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.Link;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the pairs of one many-to-many relationship into its association table; no events (rule M-3). */
final class LinkStep {
    private final StatementCache texts;
    private final StatementRunner runner;
    private final Relationship relationship;
    private final RelationshipJoin.Association association;

    LinkStep(StatementCache texts, StatementRunner runner, Relationship relationship) {
        this.texts = texts;
        this.runner = runner;
        this.relationship = relationship;
        TableMapper declaring = (TableMapper)
                Objects.requireNonNull(Objects.requireNonNull(ClassManager.find(relationship.declaringType()))
                        .mapper());
        this.association = Objects.requireNonNull(declaring.join(relationship).association());
    }

    void run(List<Link> gone, List<Link> made) {
        if (!gone.isEmpty()) {
            delete(gone);
        }
        if (!made.isEmpty()) {
            runner.insert(texts.insert(association.table(), columns(), List.of()), rows(made));
        }
    }

    private void delete(List<Link> gone) {
        int[] counts = runner.executeBatch(texts.delete(association.table(), columns()), rows(gone));
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] == 0) {
                throw new StaleDataException(
                        "Cannot delete the pair " + gone.get(at).owner() + ", "
                                + gone.get(at).target()
                                + " of relationship " + relationship + ": table "
                                + association.table().name()
                                + " has no such row. Someone deleted it since it was loaded; roll back and load the objects anew.");
            }
        }
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        association.owner().forEach(pair -> columns.add(pair.remote()));
        association.target().forEach(pair -> columns.add(pair.local()));
        return columns;
    }

    private List<@Nullable Object[]> rows(List<Link> links) {
        List<@Nullable Object[]> rows = new ArrayList<>(links.size());
        for (Link link : links) {
            List<@Nullable Object> values = new ArrayList<>();
            for (ColumnPair pair : association.owner()) {
                values.add(value(link, link.owner(), pair.local()));
            }
            for (ColumnPair pair : association.target()) {
                values.add(value(link, link.target(), pair.remote()));
            }
            rows.add(values.toArray());
        }
        return rows;
    }

    private static @Nullable Object value(Link link, InstanceState state, Column column) {
        AttributeTracker attribute =
                Objects.requireNonNull(TableMapper.of(state).attributeOf(column), "attribute of " + column);
        return link.formerKeys()
                ? Mapper.committedValue(state, attribute.name(), Passive.OFF)
                : attribute.get(state, Passive.OFF);
    }
}
