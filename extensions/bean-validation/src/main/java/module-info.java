/** Constraints of Jakarta Bean Validation as listeners. Start reading at {@link dev.grapnel.beanvalidation.BeanValidation}. */
@org.jspecify.annotations.NullMarked
module dev.grapnel.beanvalidation {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.core;
    requires transitive jakarta.validation;

    exports dev.grapnel.beanvalidation;
}
