/** A row of history for each change of an object. Start reading at {@link dev.grapnel.history.VersionedHistory}. */
@org.jspecify.annotations.NullMarked
module dev.grapnel.history {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.sql;

    exports dev.grapnel.history;
}
