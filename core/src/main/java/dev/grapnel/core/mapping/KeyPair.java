package dev.grapnel.core.mapping;

/**
 * A key value that is copied from the object that has it to the object that refers to it.
 *
 * @param source the attribute of the object whose key it is
 * @param destination the attribute of the object that refers to it
 */
public record KeyPair(String source, String destination) {}
