package dev.grapnel.sql.schema;

/** Where a program takes keys for new rows, a block of them at a time. */
public sealed interface KeyBlocks permits Sequence, CounterRow {
    /** {@return how many keys a block has} */
    int block();
}
