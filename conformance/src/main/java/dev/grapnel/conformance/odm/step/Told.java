package dev.grapnel.conformance.odm.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.grapnel.mongo.OdmCursor;
import org.jspecify.annotations.Nullable;

/**
 * A hook that an extension was told of.
 *
 * @param hook name of the format
 * @param arguments in the form of the format
 * @param options given by name, in the form of the format, or null
 * @param object it is about, or null
 * @param cursor it is about, or null
 * @param type class it is about, or null
 */
record Told(
        String hook,
        ArrayNode arguments,
        @Nullable JsonNode options,
        @Nullable Object object,
        @Nullable OdmCursor<?> cursor,
        @Nullable Class<?> type) {}
