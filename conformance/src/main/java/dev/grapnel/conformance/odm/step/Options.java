package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.format.Step;
import dev.grapnel.mongo.FindOneOptions;
import dev.grapnel.mongo.FindOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says options of the format in the words of the library. */
final class Options {
    private Options() {}

    static FindOptions find(JsonNode given) {
        return changed(FindOptions.NONE, given);
    }

    /** Options of a cursor, of which some are given anew. */
    static FindOptions changed(FindOptions before, JsonNode given) {
        FindOptions options = before;
        for (Map.Entry<String, JsonNode> option : given.properties()) {
            options = with(options, option.getKey(), option.getValue());
        }
        return options;
    }

    private static FindOptions with(FindOptions before, String name, JsonNode value) {
        boolean flag = value.asBoolean();
        return switch (name) {
            case "projection", "fields" -> before.projection(fields(value));
            case "refresh" ->
                flags(
                        before,
                        flag,
                        before.validated(),
                        before.extraAllowed(),
                        before.extraStripped(),
                        before.instrumented());
            case "validate" ->
                flags(
                        before,
                        before.refreshing(),
                        flag,
                        before.extraAllowed(),
                        before.extraStripped(),
                        before.instrumented());
            case "allow_extra" ->
                flags(
                        before,
                        before.refreshing(),
                        before.validated(),
                        flag,
                        before.extraStripped(),
                        before.instrumented());
            case "strip_extra" ->
                flags(
                        before,
                        before.refreshing(),
                        before.validated(),
                        before.extraAllowed(),
                        flag,
                        before.instrumented());
            case "instrument" ->
                flags(
                        before,
                        before.refreshing(),
                        before.validated(),
                        before.extraAllowed(),
                        before.extraStripped(),
                        flag);
            default ->
                throw new FormatException("The runner knows no option '" + name + "' of find. It knows refresh, "
                        + "validate, projection, allow_extra, strip_extra and instrument.");
        };
    }

    private static FindOptions flags(
            FindOptions before, boolean refresh, boolean validate, boolean allow, boolean strip, boolean instrument) {
        return new FindOptions(refresh, validate, allow, strip, instrument, before.projected(), before.decorator());
    }

    /** A list of fields, or an object that names them with 1. */
    private static String[] fields(JsonNode projection) {
        List<String> fields = new ArrayList<>();
        if (projection.isArray()) {
            projection.forEach(field -> fields.add(field.asText()));
        } else {
            projection.fieldNames().forEachRemaining(fields::add);
        }
        return fields.toArray(String[]::new);
    }

    static FindOneOptions findOne(Step step) {
        FindOneOptions options =
                step.text("return", "before").equals("after") ? FindOneOptions.AFTER : FindOneOptions.BEFORE;
        return step.flag("upsert", false) ? options.upserting() : options;
    }
}
