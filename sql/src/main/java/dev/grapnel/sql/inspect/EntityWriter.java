package dev.grapnel.sql.inspect;

import static dev.grapnel.sql.inspect.SkeletonText.quoted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Named;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UniqueKey;

/** Writes the class of one table. */
final class EntityWriter {
    private static final int DEFAULT_LENGTH = 255;

    private final Table<?> table;
    private final SkeletonText text;
    private final EntitySkeletons all;
    private final List<? extends Field<?>> key;
    private final Set<String> fields = new HashSet<>();

    EntityWriter(Table<?> table, SkeletonText text, EntitySkeletons all) {
        this.table = table;
        this.text = text;
        this.all = all;
        UniqueKey<?> primary = Objects.requireNonNull(table.getPrimaryKey());
        this.key = primary.getFields();
    }

    void write() {
        text.annotate(text.jpa("Entity"));
        annotateTable();
        for (Field<?> column : table.fields()) {
            if (key.contains(column) || !isReference(column)) {
                writeColumn(column);
            }
        }
        table.getReferences().stream()
                .filter(reference -> all.targetOf(reference) != null)
                .forEach(this::writeReference);
        all.linksOf(table).forEach(this::writeLink);
        if (key.size() > 1) {
            writeKeyClass();
        }
    }

    private void annotateTable() {
        List<String> several = new ArrayList<>();
        for (UniqueKey<?> unique : table.getUniqueKeys()) {
            if (unique.getFields().size() > 1) {
                several.add("@" + text.jpa("UniqueConstraint") + "(columnNames = " + list(unique.getFields()) + ")");
            }
        }
        String constraints = several.isEmpty() ? "" : ", uniqueConstraints = {" + String.join(", ", several) + "}";
        text.annotate(text.jpa("Table") + "(name = " + quoted(table.getName()) + constraints + ")");
        if (key.size() > 1) {
            text.annotate(text.jpa("IdClass") + "(" + text.className() + ".Key.class)");
        }
    }

    private boolean isReference(Field<?> column) {
        return table.getReferences().stream()
                .anyMatch(reference -> reference.getFields().contains(column) && all.targetOf(reference) != null);
    }

    // ---- columns ----

    private void writeColumn(Field<?> column) {
        DataType<?> type = column.getDataType();
        ColumnShape shape = ColumnShape.of(type);
        List<String> lines = new ArrayList<>();
        String remark = SkeletonTypes.remark(shape);
        if (remark != null) {
            lines.add("// " + remark);
        }
        if (key.contains(column)) {
            annotateKey(column, lines);
        }
        boolean large = (shape.kind() == ColumnShape.Kind.TEXT || shape.kind() == ColumnShape.Kind.BYTES)
                && shape.size() == 0
                && all.dialect().family() != SQLDialect.SQLITE;
        if (large) {
            lines.add("@" + text.jpa("Lob"));
        }
        lines.add("@" + text.jpa("Column") + "(" + String.join(", ", settings(column, shape)) + ")");
        text.field(lines, typeOf(column, shape), nameOf(column));
    }

    private void annotateKey(Field<?> column, List<String> lines) {
        lines.add("@" + text.jpa("Id"));
        DataType<?> type = column.getDataType();
        boolean counted = type.identity() || (type.defaulted() && type.isInteger());
        boolean ofSqlite = all.dialect().family() == SQLDialect.SQLITE && type.isInteger();
        if (key.size() == 1 && !isReference(column) && (counted || ofSqlite)) {
            lines.add("@" + text.jpa("GeneratedValue") + "(strategy = " + text.jpa("GenerationType") + ".IDENTITY)");
        }
    }

    private List<String> settings(Field<?> column, ColumnShape shape) {
        List<String> settings = new ArrayList<>();
        settings.add("name = " + quoted(column.getName()));
        if (!column.getDataType().nullable() && !key.contains(column)) {
            settings.add("nullable = false");
        }
        if (isUnique(column)) {
            settings.add("unique = true");
        }
        switch (shape.kind()) {
            case TEXT, BYTES -> {
                if (shape.size() != 0 && shape.size() != DEFAULT_LENGTH) {
                    settings.add("length = " + shape.size());
                }
            }
            case DECIMAL -> {
                if (shape.size() != 0) {
                    settings.add("precision = " + shape.size() + ", scale = " + shape.scale());
                }
            }
            default -> {}
        }
        return settings;
    }

    private boolean isUnique(Field<?> column) {
        return table.getUniqueKeys().stream()
                .anyMatch(unique -> unique.getFields().equals(List.of(column)));
    }

    private String typeOf(Field<?> column, ColumnShape shape) {
        String type = SkeletonTypes.of(shape);
        boolean required = !column.getDataType().nullable() && !key.contains(column);
        return text.use(required ? SkeletonTypes.ofRequired(type) : type);
    }

    private String nameOf(Field<?> column) {
        return JavaNames.free(JavaNames.ofField(column.getName()), fields);
    }

    private void writeKeyClass() {
        String parts = key.stream()
                .map(column -> typeOf(column, ColumnShape.of(column.getDataType())) + " "
                        + JavaNames.ofField(column.getName()))
                .collect(Collectors.joining(", "));
        text.nested("public record Key(" + parts + ") {}");
    }

    // ---- relationships ----

    private void writeReference(ForeignKey<?, ?> reference) {
        String fetch = text.jpa("FetchType") + ".LAZY";
        boolean once =
                table.getKeys().stream().anyMatch(unique -> unique.getFields().equals(reference.getFields()));
        boolean required = reference.getFields().stream()
                .noneMatch(column -> column.getDataType().nullable());
        boolean ofKey = reference.getFields().stream().anyMatch(key::contains);
        List<String> lines = new ArrayList<>();
        lines.add("@" + text.jpa(once ? "OneToOne" : "ManyToOne") + "(fetch = " + fetch
                + (required ? ", optional = false)" : ")"));
        String more = (required && !ofKey ? ", nullable = false" : "")
                + (ofKey ? ", insertable = false, updatable = false" : "");
        lines.addAll(joins(reference, more));
        String first = reference.getFields().get(0).getName();
        String name = JavaNames.free(JavaNames.ofReference(first), fields);
        text.field(lines, Objects.requireNonNull(all.targetOf(reference)), name);
    }

    private List<String> joins(ForeignKey<?, ?> reference, String more) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < reference.getFields().size(); at++) {
            lines.add("@" + text.jpa("JoinColumn") + "(name = "
                    + quoted(reference.getFields().get(at).getName()) + ", referencedColumnName = "
                    + quoted(reference.getKeyFields().get(at).getName()) + more + ")");
        }
        return lines;
    }

    private void writeLink(LinkTable link) {
        String target = all.targetOf(link.toOther());
        if (target == null) {
            return;
        }
        String joins = "name = " + quoted(link.table().getName()) + ", joinColumns = {"
                + String.join(", ", joins(link.toOwner(), "")) + "}, inverseJoinColumns = {"
                + String.join(", ", joins(link.toOther(), "")) + "}";
        String name = target.substring(0, 1).toLowerCase(Locale.ROOT) + target.substring(1) + "Set";
        text.field(
                List.of("@" + text.jpa("ManyToMany"), "@" + text.jpa("JoinTable") + "(" + joins + ")"),
                text.use("java.util.Set") + "<" + target + ">",
                JavaNames.free(name, fields) + " = new " + text.use("java.util.LinkedHashSet") + "<>()");
    }

    private static String list(List<? extends Named> columns) {
        return columns.stream().map(column -> quoted(column.getName())).collect(Collectors.joining(", ", "{", "}"));
    }
}
