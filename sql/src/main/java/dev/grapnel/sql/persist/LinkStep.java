package dev.grapnel.sql.persist;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MemberPlace;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.store.Link;
import dev.grapnel.core.store.LinkChanges;
import dev.grapnel.core.store.PlaceKeys;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.PreparedText;
import dev.grapnel.sql.statement.StatementCache;
import dev.grapnel.sql.statement.StatementRunner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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

    void run(LinkChanges changes) {
        if (!changes.gone().isEmpty()) {
            send("delete", texts.delete(association.table(), ends()), changes.gone(), this::ends);
        }
        if (!changes.moved().isEmpty()) {
            send("move", moving(), changes.moved(), link -> joined(places(link), ends(link)));
        }
        if (!changes.made().isEmpty()) {
            List<Column> columns = new ArrayList<>(ends());
            columns.addAll(association.places());
            List<@Nullable Object[]> rows = rows(changes.made(), link -> joined(ends(link), places(link)));
            runner.insert(texts.insert(association.table(), columns, List.of()), rows);
        }
    }

    private PreparedText moving() {
        return texts.update(association.table(), association.places(), ends(), List.of(), List.of());
    }

    private void send(String what, PreparedText text, List<Link> links, Function<Link, List<@Nullable Object>> values) {
        int[] counts = runner.executeBatch(text, rows(links, values));
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] == 0) {
                throw new StaleDataException(
                        "Cannot " + what + " the pair " + links.get(at).owner() + ", "
                                + links.get(at).target()
                                + " of relationship " + relationship + ": table "
                                + association.table().name()
                                + " has no such row. Someone deleted it since it was loaded; roll back and load the objects anew.");
            }
        }
    }

    private static List<@Nullable Object[]> rows(List<Link> links, Function<Link, List<@Nullable Object>> values) {
        List<@Nullable Object[]> rows = new ArrayList<>(links.size());
        links.forEach(link -> rows.add(values.apply(link).toArray()));
        return rows;
    }

    private static List<@Nullable Object> joined(List<@Nullable Object> first, List<@Nullable Object> second) {
        List<@Nullable Object> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    // ---- both ends ----

    private List<Column> ends() {
        List<Column> columns = new ArrayList<>();
        association.owner().forEach(pair -> columns.add(pair.remote()));
        association.target().forEach(pair -> columns.add(pair.local()));
        return columns;
    }

    private List<@Nullable Object> ends(Link link) {
        List<@Nullable Object> values = new ArrayList<>();
        for (ColumnPair pair : association.owner()) {
            values.add(value(link, link.owner(), pair.local()));
        }
        for (ColumnPair pair : association.target()) {
            values.add(value(link, link.target(), pair.remote()));
        }
        return values;
    }

    private List<@Nullable Object> places(Link link) {
        MemberPlace place = relationship.place();
        if (association.places().isEmpty() || place == null) {
            return List.of();
        }
        if (place.keys() == null || link.place() == null) {
            return Collections.nCopies(association.places().size(), link.place());
        }
        InstanceState key = ClassManager.requireState(link.place());
        List<@Nullable Object> values = new ArrayList<>();
        place.keyAttributes().forEach(attribute -> values.add(PlaceKeys.require(key, attribute, relationship)));
        return values;
    }

    private static @Nullable Object value(Link link, InstanceState state, Column column) {
        AttributeTracker attribute =
                Objects.requireNonNull(TableMapper.of(state).attributeOf(column), "attribute of " + column);
        return link.formerKeys()
                ? Mapper.committedValue(state, attribute.name(), Passive.OFF)
                : attribute.get(state, Passive.OFF);
    }
}
