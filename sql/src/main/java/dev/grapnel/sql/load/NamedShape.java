package dev.grapnel.sql.load;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DataType;

/** What a SELECT that the application wrote itself has for the objects of one class: the columns that have the names of the class's. */
public final class NamedShape {
    private static final int MOST_KEPT = 200;

    private final SelectList list = new SelectList(true);
    private final SelectNode node;
    private final int[] positions;

    /** The columns of a result; all rows are in the tables of the class, and what is missing is loaded when it is read. */
    private record Present(Set<String> labels) implements SelectNode.Wanted {
        @Override
        public boolean test(TableMapper of, String attribute) {
            return labels.contains(label(of.column(attribute).column()));
        }

        @Override
        public boolean ofSubclasses() {
            return false;
        }

        @Override
        public boolean expiresRest() {
            return true;
        }
    }

    /** The names of a result's columns, and how its objects are loaded. */
    private record Labels(List<String> names, LoadOptions options) {}

    /** The shapes for one mapper. */
    private record Kept(Map<Labels, NamedShape> shapes) {}

    private NamedShape(TableMapper mapper, List<String> labels, LoadOptions options) {
        Set<String> present = Set.copyOf(labels);
        requireKey(mapper, present);
        this.node = new SelectNode(
                list,
                mapper,
                options.withoutJoins(),
                null,
                new Present(present),
                name -> comes(mapper, options, name),
                Set.of(),
                Set.of());
        this.positions = list.columns().stream()
                .mapToInt(column -> labels.indexOf(label(column)))
                .toArray();
    }

    /**
     * The shape for a result.
     *
     * @param mapper of the objects
     * @param labels the names of the result's columns
     * @param options how the objects are loaded; what they say about columns does not count
     * @return the shape
     * @throws InvalidArgumentException if a column of the primary key is missing, or the one that tells the class
     */
    public static NamedShape of(TableMapper mapper, List<String> labels, LoadOptions options) {
        List<String> lower =
                labels.stream().map(label -> label.toLowerCase(Locale.ROOT)).toList();
        if (options.hasCriteria()) {
            return new NamedShape(mapper, lower, options);
        }
        Map<Labels, NamedShape> known =
                mapper.attachment(Kept.class, unused -> new Kept(new ConcurrentHashMap<>())).shapes;
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        Labels key = new Labels(lower, options);
        return known.computeIfAbsent(key, labelled -> new NamedShape(mapper, labelled.names, labelled.options));
    }

    private static String label(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    private static void requireKey(TableMapper mapper, Set<String> present) {
        for (MappedColumn key : mapper.keyColumns(mapper.tables().get(0))) {
            require(mapper, key.column(), "which is part of its primary key", present);
        }
        MappedColumn discriminator = mapper.discriminatorColumn();
        if (discriminator != null) {
            require(mapper, discriminator.column(), "which tells the class of a row", present);
        }
    }

    private static void require(TableMapper mapper, Column column, String role, Set<String> present) {
        if (!present.contains(label(column))) {
            throw new InvalidArgumentException(
                    "Cannot make objects of " + mapper.type().getSimpleName()
                            + " of this statement: its result has no column " + column.name() + ", " + role
                            + "; it has " + present.stream().sorted().toList() + ". Select that column, by that name.");
        }
    }

    /** References that would be joined are not in the result, and are loaded when they are first read. */
    private static boolean comes(TableMapper mapper, LoadOptions options, String relationship) {
        if (options.strategyOf(relationship) != null) {
            return true;
        }
        Relationship mapped = mapper.relationship(relationship);
        return mapped.isCollection() || mapped.settings().strategy() != LoadStrategy.JOINED;
    }

    /** How a row becomes an object. */
    public TablePlan plan() {
        return node.plan();
    }

    /** The types of the values that are read. */
    public List<DataType<?>> types() {
        return list.types();
    }

    /** Where in the result they are, from zero. */
    public int[] positions() {
        return positions.clone();
    }
}
