package dev.grapnel.conformance.odm.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.odm.format.FieldDeclaration.Options;
import dev.grapnel.conformance.odm.format.TypeDeclaration;
import dev.grapnel.conformance.odm.trace.Values;
import dev.grapnel.mongo.schema.DocumentSchema;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.Schema;
import java.util.Map;

/** Says types of the format in the words of the library. */
final class Schemas {
    private final Values values;

    Schemas(Values values) {
        this.values = values;
    }

    FieldSchema of(TypeDeclaration type, Options options) {
        return withOptions(of(type), options);
    }

    FieldSchema withOptions(FieldSchema schema, Options options) {
        FieldSchema with = options.required() ? schema.required() : schema;
        if (options.noDefault()) {
            return with.withoutDefault();
        }
        JsonNode absent = options.ifMissing();
        return absent.isMissingNode() ? with : with.ifMissing(values.of(absent));
    }

    private FieldSchema of(TypeDeclaration type) {
        if (type instanceof TypeDeclaration.Scalar scalar) {
            return scalar(scalar.name());
        }
        if (type instanceof TypeDeclaration.ListOf list) {
            return Schema.array(of(list.element()));
        }
        if (type instanceof TypeDeclaration.SubDocument document) {
            return document(document);
        }
        return type instanceof TypeDeclaration.Constant constant
                ? Schema.value(values.required(constant.value()))
                : oneOf((TypeDeclaration.OneOf) type);
    }

    private FieldSchema oneOf(TypeDeclaration.OneOf type) {
        return Schema.oneOf(type.values().stream().map(values::of).toArray());
    }

    private FieldSchema document(TypeDeclaration.SubDocument type) {
        DocumentSchema document = Schema.document();
        for (Map.Entry<String, TypeDeclaration> field : type.fields().entrySet()) {
            document = document.field(field.getKey(), of(field.getValue()));
        }
        return document.asField();
    }

    private static FieldSchema scalar(String name) {
        return switch (name) {
            case "int" -> Schema.integer();
            case "str" -> Schema.string();
            case "float" -> Schema.number();
            case "bool" -> Schema.bool();
            case "oid" -> Schema.objectId();
            case "datetime" -> Schema.dateTime();
            case "deprecated" -> Schema.deprecated();
            default -> Schema.any();
        };
    }
}
