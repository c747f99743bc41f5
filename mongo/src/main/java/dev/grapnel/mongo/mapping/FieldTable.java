package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ScalarTracker;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.mongo.schema.FieldNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields and relations of one class, with those of the classes above it. */
final class FieldTable {
    private final DocumentMapper mapper;
    private final List<MappedField> fields = new ArrayList<>();
    private final Map<String, MappedField> byStoredName = new LinkedHashMap<>();
    private final Map<String, String> attributesByName = new HashMap<>();
    private final List<MappedRelation> relations = new ArrayList<>();
    private int idPosition = -1;

    FieldTable(DocumentMapper mapper) {
        this.mapper = mapper;
    }

    // ---- building ----

    void build() {
        collectFields(mapper);
        collectRelations(mapper);
        MappedField id = byStoredName.get("_id");
        if (id == null) {
            throw new MappingException(
                    "Cannot map class " + mapper.type().getName()
                            + " onto a collection: no field is stored as _id. Map one, as field(\"id\", \"_id\", Schema.objectId()).");
        }
        idPosition = fields.indexOf(id);
    }

    private void collectFields(DocumentMapper from) {
        if (from.above() != null) {
            collectFields(Objects.requireNonNull(from.above()));
        }
        for (DocumentField field : from.mapping().fields().values()) {
            addField(field);
        }
    }

    private void addField(DocumentField declared) {
        String type = mapper.type().getName();
        FieldNames.take(declared.storedName(), type + '.' + declared.attribute(), attributesByName);
        ScalarTracker attribute = (ScalarTracker) mapper.manager().tracker(declared.attribute());
        MappedField field =
                new MappedField(declared, attribute, mapper.hierarchy().schemaOf(declared));
        FieldForm form = new FieldForm(field, mapper);
        attribute.form(form);
        attribute.loader(form);
        MappedField before = byStoredName.put(declared.storedName(), field);
        if (before == null) {
            fields.add(field);
        } else {
            fields.set(fields.indexOf(before), field);
        }
    }

    private void collectRelations(DocumentMapper from) {
        if (from.above() != null) {
            collectRelations(Objects.requireNonNull(from.above()));
        }
        for (RelationDeclaration declared : from.mapping().relations().values()) {
            ScalarTracker attribute = (ScalarTracker) mapper.manager().tracker(declared.attribute());
            MappedRelation relation = new MappedRelation(declared, mapper, attribute);
            attribute.viewOnly();
            attribute.form(relation);
            attribute.loader(relation);
            relations.add(relation);
        }
    }

    // ---- looking up ----

    List<MappedField> fields() {
        return fields;
    }

    @Nullable MappedField byStoredName(String name) {
        return byStoredName.get(name);
    }

    Set<String> storedNames() {
        return byStoredName.keySet();
    }

    int idPosition() {
        return idPosition;
    }

    MappedField id() {
        return fields.get(idPosition);
    }

    @Nullable MappedField find(String attribute) {
        for (MappedField field : fields) {
            if (field.declared().attribute().equals(attribute)) {
                return field;
            }
        }
        return null;
    }

    MappedField byAttribute(String attribute) {
        MappedField found = find(attribute);
        if (found != null) {
            return found;
        }
        throw new MappingException("Cannot map class " + mapper.type().getName() + ": it has no field '" + attribute
                + "'. Name one of its fields.");
    }

    // ---- relations ----

    void dropRelations(InstanceState state) {
        for (int at = 0; at < relations.size(); at++) {
            state.drop(relations.get(at).index());
        }
    }

    void dropRelationsVia(String foreignId, InstanceState state) {
        for (MappedRelation relation : relations) {
            if (relation.goesVia(foreignId)) {
                state.drop(relation.index());
            }
        }
    }
}
