/** Objects spread over several databases. Start reading at {@link dev.grapnel.sharding.Sharding}. */
@org.jspecify.annotations.NullMarked
module dev.grapnel.sharding {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.sql;

    exports dev.grapnel.sharding;
}
