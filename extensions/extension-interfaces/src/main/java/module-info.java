/** Hooks as methods of a class, over the public events. Start reading at {@link dev.grapnel.extension.Extensions}. */
@org.jspecify.annotations.NullMarked
module dev.grapnel.extension {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.sql;
    requires org.slf4j;

    exports dev.grapnel.extension;
}
