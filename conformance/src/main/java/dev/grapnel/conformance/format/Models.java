package dev.grapnel.conformance.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fixed models as the format describes them.
 *
 * @param groups the models by key
 */
public record Models(Map<String, Group> groups) {

    /**
     * One model.
     *
     * @param key it is known by
     * @param tables those it needs, each after those it refers to
     * @param classes in order of mapping
     * @param unmappedBases superclasses that are not mapped
     */
    public record Group(String key, List<Table> tables, List<String> classes, List<String> unmappedBases) {}

    /**
     * One table.
     *
     * @param name of the table
     * @param columns in order
     */
    public record Table(String name, List<Column> columns) {
        /** {@return the columns of the primary key} */
        public List<Column> key() {
            return columns.stream().filter(Column::primaryKey).toList();
        }
    }

    /**
     * One column.
     *
     * @param name of the column
     * @param number whether it holds whole numbers; texts if not
     * @param nullable whether it may be null
     * @param primaryKey whether it is part of the primary key
     * @param generated whether the database gives its value
     * @param unique whether values must differ
     * @param foreignKey the column it refers to, as {@code users.id}, or null
     * @param cascades whether rows go with the row they refer to
     * @param serverDefault the value the database gives, or null
     */
    public record Column(
            String name,
            boolean number,
            boolean nullable,
            boolean primaryKey,
            boolean generated,
            boolean unique,
            @Nullable String foreignKey,
            boolean cascades,
            @Nullable String serverDefault) {}

    /** {@return the models that the runner was built with} */
    public static Models load() {
        try (InputStream in = Models.class.getResourceAsStream("/models.json")) {
            return read(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new FormatException("Cannot read models.json: " + e.getMessage(), e);
        }
    }

    /**
     * A model by key.
     *
     * @param key as a scenario names it
     * @return the model
     * @throws FormatException if there is none
     */
    public Group group(String key) {
        Group group = groups.get(key);
        if (group == null) {
            throw new FormatException("There is no model '" + key + "'. The models are " + groups.keySet() + ".");
        }
        return group;
    }

    private static Models read(JsonNode json) {
        Map<String, Group> groups = new LinkedHashMap<>();
        json.properties().forEach(entry -> groups.put(entry.getKey(), group(entry.getKey(), entry.getValue())));
        return new Models(groups);
    }

    private static Group group(String key, JsonNode json) {
        List<Table> tables = new ArrayList<>();
        json.path("tables").properties().forEach(entry -> tables.add(table(entry.getKey(), entry.getValue())));
        List<String> classes = new ArrayList<>();
        json.path("classes").fieldNames().forEachRemaining(classes::add);
        List<String> bases = new ArrayList<>();
        json.path("unmapped_bases").forEach(base -> bases.add(base.asText()));
        return new Group(key, tables, classes, bases);
    }

    private static Table table(String name, JsonNode json) {
        List<Column> columns = new ArrayList<>();
        json.forEach(column -> columns.add(column(column)));
        return new Table(name, columns);
    }

    private static Column column(JsonNode json) {
        return new Column(
                json.path("name").asText(),
                json.path("type").asText().equals("int"),
                json.path("nullable").asBoolean(true),
                json.path("pk").asBoolean(),
                json.path("generated").asBoolean(),
                json.path("unique").asBoolean(),
                json.hasNonNull("fk") ? json.get("fk").asText() : null,
                json.path("on_delete").asText().equals("cascade"),
                json.hasNonNull("server_default") ? json.get("server_default").asText() : null);
    }
}
