package dev.grapnel.enhancer;

import net.bytebuddy.jar.asm.Type;

/** The forms in which the accessors by index hand over values, so that no primitive has to be boxed. */
enum ValueForm {
    OBJECT("", "Ljava/lang/Object;"),
    INT("Int", "I"),
    LONG("Long", "J"),
    DOUBLE("Double", "D");

    private final String suffix;
    private final String descriptor;

    ValueForm(String suffix, String descriptor) {
        this.suffix = suffix;
        this.descriptor = descriptor;
    }

    Type type() {
        return Type.getType(descriptor);
    }

    String reader() {
        return RuntimeNames.READ_BY_INDEX + suffix;
    }

    String readDescriptor() {
        return "(I)" + descriptor;
    }

    String writer() {
        return RuntimeNames.WRITE_BY_INDEX + suffix;
    }

    String writeDescriptor() {
        return "(I" + descriptor + ")V";
    }

    /** Returns whether a field can be read and written in this form. */
    boolean fits(Type fieldType) {
        return this == OBJECT
                || Primitive.of(fieldType)
                        .filter(primitive -> primitive.form() == this)
                        .isPresent();
    }
}
