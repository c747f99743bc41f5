package dev.grapnel.sql.statement;

import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.schema.Table;
import java.util.List;

/** What tells one insert from another. */
record InsertShape(Table table, List<Column> columns, List<Column> returned, List<ColumnExpression> expressions) {}
