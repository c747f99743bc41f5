package dev.grapnel.sql.mapping;

import dev.grapnel.sql.schema.Column;

/**
 * One column of a foreign key, with the attributes on both sides.
 *
 * @param attribute of the class that has the column
 * @param column the column
 * @param key the part of the other class's key that stands in it
 * @param enforced whether the database is to check it
 * @param constraint the name of the foreign key; empty if the database is to give one
 */
record ForeignKeyPart(String attribute, Column column, KeyPart key, boolean enforced, String constraint) {}
