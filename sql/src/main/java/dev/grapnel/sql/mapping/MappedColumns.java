package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.core.mapping.EmbeddedProperty;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of one class in order. Grows while the mapper is built; read as snapshots. */
final class MappedColumns {
    private volatile List<MappedColumn> all = List.of();
    private volatile Map<Table, List<MappedColumn>> byTable = Map.of();
    private volatile Keys keys = new Keys(List.of(), new ConcurrentHashMap<>());

    /** The columns of some attributes by table, as far as they were asked for. */
    private record Keys(List<AttributeTracker> attributes, Map<Table, List<MappedColumn>> byTable) {}

    void add(MappedColumn column) {
        List<MappedColumn> grown = new ArrayList<>(all);
        grown.add(column);
        all = List.copyOf(grown);
        byTable = grown.stream()
                .collect(Collectors.groupingBy(mapped -> mapped.column().table(), Collectors.toUnmodifiableList()));
        keys = new Keys(List.of(), new ConcurrentHashMap<>());
    }

    List<MappedColumn> all() {
        return all;
    }

    List<MappedColumn> of(Table table) {
        return byTable.getOrDefault(table, List.of());
    }

    /** The columns of the primary key in one table. */
    List<MappedColumn> keys(List<AttributeTracker> attributes, Table table) {
        Keys known = keys;
        if (known.attributes != attributes) {
            known = new Keys(attributes, new ConcurrentHashMap<>());
            keys = known;
        }
        List<MappedColumn> found = known.byTable.get(table);
        if (found == null) {
            found = attributes.stream()
                    .map(key -> Objects.requireNonNull(find(key.name(), table), "key column"))
                    .toList();
            known.byTable.put(table, found);
        }
        return found;
    }

    @Nullable MappedColumn find(Column column) {
        for (MappedColumn mapped : all) {
            if (mapped.column() == column) {
                return mapped;
            }
        }
        return null;
    }

    @Nullable MappedColumn find(String attribute, Table table) {
        for (MappedColumn mapped : all) {
            if (mapped.column().table() == table && mapped.attribute().equals(attribute)) {
                return mapped;
            }
        }
        return null;
    }

    /** The column of an attribute, in the table that comes first in the hierarchy if there are several. */
    @Nullable MappedColumn first(String attribute) {
        for (MappedColumn mapped : all) {
            if (mapped.attribute().equals(attribute)) {
                return mapped;
            }
        }
        return null;
    }

    /** The column of an attribute, which has to be there. */
    MappedColumn require(TableMapper mapper, String attribute) {
        MappedColumn found = first(attribute);
        if (found != null) {
            return found;
        }
        if (mapper.property(attribute) instanceof Relationship relationship) {
            throw new InvalidArgumentException("Cannot find a column of attribute " + relationship
                    + ": it is a relationship. Name a plain value here, or join over the relationship.");
        }
        if (mapper.property(attribute) instanceof EmbeddedProperty embedded) {
            throw new InvalidArgumentException(
                    "Cannot find the column of attribute " + embedded + ": it is an embedded value with the parts "
                            + embedded.shape().attributes() + ". Name one of them.");
        }
        throw new InvalidArgumentException("Class " + mapper.type().getName() + " has no mapped attribute '" + attribute
                + "'." + ClosestName.hint(attribute, visibleNames()));
    }

    private List<String> visibleNames() {
        return all.stream()
                .map(MappedColumn::attribute)
                .filter(name -> !TableMapper.isHidden(name))
                .distinct()
                .toList();
    }
}
