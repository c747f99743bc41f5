package dev.grapnel.sql.bulk;

import dev.grapnel.sql.structure.StructureWriter;
import java.util.function.Supplier;
import org.jooq.Query;

/**
 * A statement that writes: rendered once for its structure, if that tells its text.
 *
 * @param structure of the statement, with its values
 * @param make builds it, when its structure is met for the first time
 */
record Writing(StructureWriter structure, Supplier<? extends Query> make) {}
