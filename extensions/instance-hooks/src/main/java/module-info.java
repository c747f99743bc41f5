/** Methods of an entity that run when its objects are written or flushed. Start reading at {@link dev.grapnel.hooks.InstanceHooks}. */
@org.jspecify.annotations.NullMarked
module dev.grapnel.hooks {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.core;

    exports dev.grapnel.hooks;
    exports dev.grapnel.hooks.typed;
}
