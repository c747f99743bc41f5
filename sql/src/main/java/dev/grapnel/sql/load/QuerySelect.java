package dev.grapnel.sql.load;

import dev.grapnel.sql.structure.StructureWriter;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DataType;
import org.jooq.ResultQuery;

/**
 * A SELECT of the application's: rendered once for its structure, if that tells its text.
 *
 * @param structure of the statement, with its values
 * @param make builds the statement, when its structure is met for the first time
 * @param types of the values in its SELECT list
 */
public record QuerySelect(
        StructureWriter structure, Supplier<? extends ResultQuery<?>> make, List<DataType<?>> types) {}
