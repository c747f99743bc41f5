package dev.grapnel.sql.mapping.annotation;

/**
 * What a program says about a field of a class.
 *
 * @param name of the field
 * @param said what is said about it
 */
public record WrittenField(String name, WrittenElement said) {}
