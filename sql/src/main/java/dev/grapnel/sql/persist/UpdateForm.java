package dev.grapnel.sql.persist;

import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What updates of one class write in one table, found once for many rows.
 *
 * @param mapper of the class
 * @param updatable columns that a change of the object may write
 * @param computed columns that get a value of the program with each update
 * @param expressed columns that the database computes with each update
 * @param keys columns that tell the row
 * @param version the column of the version, if it is in the table
 */
record UpdateForm(
        TableMapper mapper,
        List<MappedColumn> updatable,
        List<MappedColumn> computed,
        List<DeclaredExpressions.Computed> expressed,
        List<MappedColumn> keys,
        @Nullable MappedColumn version) {

    static UpdateForm of(TableMapper mapper, Table table) {
        List<MappedColumn> updatable = new ArrayList<>();
        List<MappedColumn> computed = new ArrayList<>(0);
        for (MappedColumn mapped : mapper.columns(table)) {
            if (mapped.updatable()) {
                updatable.add(mapped);
            }
            if (mapped.property().settings().updateDefault() != null) {
                computed.add(mapped);
            }
        }
        MappedColumn version = mapper.versionColumn();
        return new UpdateForm(
                mapper,
                updatable,
                computed,
                DeclaredExpressions.of(mapper).updated(table),
                mapper.keyColumns(table),
                version != null && version.column().table() == table ? version : null);
    }
}
