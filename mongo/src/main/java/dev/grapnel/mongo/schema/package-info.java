/**
 * What the fields of a document may hold, and how a value is checked, kept in memory and stored (statements ODM-V1 to ODM-V3).
 *
 * <p>Start reading at {@link dev.grapnel.mongo.schema.Schema}.
 */
@NullMarked
package dev.grapnel.mongo.schema;

import org.jspecify.annotations.NullMarked;
