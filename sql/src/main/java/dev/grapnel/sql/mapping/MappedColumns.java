package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.instrument.ClosestName;
import dev.grapnel.core.mapping.EmbeddedProperty;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of one class in order. Grows while the mapper is built; read as snapshots. */
final class MappedColumns {
    private volatile List<MappedColumn> all = List.of();

    void add(MappedColumn column) {
        List<MappedColumn> grown = new ArrayList<>(all);
        grown.add(column);
        all = List.copyOf(grown);
    }

    List<MappedColumn> all() {
        return all;
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
