package dev.grapnel.sql.mapping;

/**
 * One step of the order in which a collection is loaded.
 *
 * @param attribute of the elements
 * @param descending whether the greatest comes first
 */
public record AttributeOrder(String attribute, boolean descending) {}
