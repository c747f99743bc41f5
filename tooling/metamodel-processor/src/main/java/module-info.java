/** Writes the typed names of attributes while entity classes are compiled. */
@org.jspecify.annotations.NullMarked
module dev.grapnel.metamodel {
    requires static transitive org.jspecify;
    requires java.compiler;

    exports dev.grapnel.metamodel;

    provides javax.annotation.processing.Processor with
            dev.grapnel.metamodel.MetamodelProcessor;
}
