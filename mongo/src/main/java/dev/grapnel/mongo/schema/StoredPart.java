package dev.grapnel.mongo.schema;

/**
 * A field within the values of another.
 *
 * @param name in the sub-document
 * @param schema what it holds
 */
public record StoredPart(String name, FieldSchema schema) {}
