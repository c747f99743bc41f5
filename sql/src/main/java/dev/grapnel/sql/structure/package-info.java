/**
 * Tells statements of the application apart by how they are made, without rendering them: two with the same structure have the same text,
 * whatever their values.
 *
 * <p>What enters: conditions, fields and orders in jOOQ's words. What leaves: a {@link dev.grapnel.sql.structure.Structure} to look a text
 * up by, and the values for its question marks. Start reading at {@link dev.grapnel.sql.structure.StructureWriter}.
 */
package dev.grapnel.sql.structure;
