/**
 * Queries for objects, with jOOQ conditions. Start reading at {@link dev.grapnel.sql.query.Query}.
 */
package dev.grapnel.sql.query;
