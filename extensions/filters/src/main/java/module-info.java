/** Rows that a session does not see. Start reading at {@link dev.grapnel.filters.SoftDelete}. */
@org.jspecify.annotations.NullMarked
module dev.grapnel.filters {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.sql;

    exports dev.grapnel.filters;
}
