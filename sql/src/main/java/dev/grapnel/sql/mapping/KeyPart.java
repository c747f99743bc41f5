package dev.grapnel.sql.mapping;

import dev.grapnel.sql.mapping.declaration.ValueDeclaration;

/**
 * One part of the primary key of a class, and where the table of that class keeps it.
 *
 * @param attribute its attribute
 * @param column in the table of the class
 * @param value what is declared about it
 */
record KeyPart(String attribute, String column, ValueDeclaration value) {}
