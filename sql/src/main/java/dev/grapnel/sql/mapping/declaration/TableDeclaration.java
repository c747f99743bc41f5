package dev.grapnel.sql.mapping.declaration;

import java.util.List;

/**
 * What is written about a table.
 *
 * @param schema it is in; empty for that of the connection
 * @param name of the table
 * @param uniqueColumns groups of columns that no two rows may have the same values in
 */
public record TableDeclaration(String schema, String name, List<List<String>> uniqueColumns) {}
