/** Values of an insert that can be read before it. Start reading at {@link dev.grapnel.activedefaults.ActiveDefaults}. */
@org.jspecify.annotations.NullMarked
module dev.grapnel.activedefaults {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.core;

    exports dev.grapnel.activedefaults;
}
