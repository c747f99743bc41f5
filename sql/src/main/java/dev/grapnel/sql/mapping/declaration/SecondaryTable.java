package dev.grapnel.sql.mapping.declaration;

import java.util.List;

/**
 * What is written about a further table that has a part of each row of an entity.
 *
 * @param table the table
 * @param keyColumns its columns that are the key of the entity; empty: they are called as those of the main table
 */
public record SecondaryTable(TableDeclaration table, List<KeyColumn> keyColumns) {}
