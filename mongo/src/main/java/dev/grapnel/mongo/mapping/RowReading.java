package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.ValidationException;
import dev.grapnel.core.state.Marker;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.command.StoredRow;
import dev.grapnel.mongo.document.Place;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.InvalidValueException;
import dev.grapnel.mongo.schema.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Checks a stored document and gives the values of its object, migrating it if it is of an older version (statements ODM-V4, ODM-G1). */
final class RowReading {
    private final DocumentMapper mapper;
    private final FindOptions options;
    private final Checking checking;

    RowReading(DocumentMapper mapper, FindOptions options) {
        this.mapper = mapper;
        this.options = options;
        this.checking = options.extraAllowed() && options.extraStripped() && options.instrumented()
                ? Checking.LOADED
                : new Checking(options.extraAllowed(), options.extraStripped(), options.instrumented());
    }

    Row read(StoredRow row) {
        if (!options.validated()) {
            return unchecked(row);
        }
        try {
            return checked(row);
        } catch (InvalidValueException wrong) {
            Document migrated = mapper.migrated(row.document());
            if (migrated == null) {
                throw invalid(row, wrong);
            }
            return checkedOnly(StoredRow.of(migrated));
        }
    }

    private Row checkedOnly(StoredRow migrated) {
        try {
            return checked(migrated);
        } catch (InvalidValueException wrong) {
            throw invalid(migrated, wrong);
        }
    }

    private ValidationException invalid(StoredRow row, InvalidValueException wrong) {
        return new ValidationException(
                "Cannot load the document with _id " + row.get("_id") + " of collection '" + mapper.collection()
                        + "' as "
                        + mapper.type().getName() + ": " + wrong.getMessage()
                        + ". Correct the document, or declare the version it is of with versionOf.",
                wrong);
    }

    private Row checked(StoredRow row) {
        List<MappedField> fields = mapper.fields();
        @Nullable Object[] values = new Object[fields.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = value(fields.get(at), row);
        }
        return new Row(mapper, values, extra(row), options.projected());
    }

    private @Nullable Object value(MappedField field, StoredRow row) {
        String name = field.storedName();
        Object stored = row.getOr(name, Marker.NO_VALUE);
        if (stored == Marker.NO_VALUE
                && options.projected() != null
                && !options.projected().contains(name)) {
            return field.schema().defaultValue(checking);
        }
        try {
            return field.schema().check(stored, checking);
        } catch (InvalidValueException wrong) {
            throw wrong.within(name);
        }
    }

    private Map<String, @Nullable Object> extra(StoredRow row) {
        if (checking.extraAllowed() && checking.extraStripped()) {
            return Map.of();
        }
        Map<String, @Nullable Object> extra = unmapped(row);
        if (!checking.extraAllowed() && !extra.isEmpty()) {
            throw new InvalidValueException("fields " + extra.keySet() + " are not mapped");
        }
        return extra;
    }

    private Map<String, @Nullable Object> unmapped(StoredRow row) {
        Map<String, @Nullable Object> extra = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (mapper.table().byStoredName(name) == null) {
                extra.put(name, value);
            }
        });
        return extra;
    }

    /** A row as it is (statement ODM-Q10); only objects within it cannot be made unchecked. */
    private Row unchecked(StoredRow row) {
        try {
            List<MappedField> fields = mapper.fields();
            @Nullable Object[] values = new Object[fields.size()];
            for (int at = 0; at < values.length; at++) {
                values[at] = taken(fields.get(at), row);
            }
            return new Row(mapper, values, unmapped(row), options.projected());
        } catch (InvalidValueException wrong) {
            throw invalid(row, wrong);
        }
    }

    private @Nullable Object taken(MappedField field, StoredRow row) {
        ValueType type = field.schema().type();
        if (type.holdsObjects()) {
            return value(field, row);
        }
        Object value = row.getOr(field.storedName(), Marker.NO_VALUE);
        return options.instrumented() ? type.takeIn(value, Place.NOWHERE) : value;
    }
}
