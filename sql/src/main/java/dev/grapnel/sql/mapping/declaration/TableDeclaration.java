package dev.grapnel.sql.mapping.declaration;

/**
 * What is written about a table.
 *
 * @param schema it is in; empty for that of the connection
 * @param name of the table
 * @param constraints what is said beside columns and keys
 */
public record TableDeclaration(String schema, String name, TableConstraints constraints) {}
