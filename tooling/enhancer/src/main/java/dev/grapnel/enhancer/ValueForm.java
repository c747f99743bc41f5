package dev.grapnel.enhancer;

import net.bytebuddy.jar.asm.Type;

/** The forms in which the accessors by index hand over values, so that no primitive has to be boxed. */
enum ValueForm {
    OBJECT("", Type.getObjectType("java/lang/Object")),
    INT("Int", Type.INT_TYPE),
    LONG("Long", Type.LONG_TYPE),
    DOUBLE("Double", Type.DOUBLE_TYPE);

    private final String suffix;
    private final Type type;

    ValueForm(String suffix, Type type) {
        this.suffix = suffix;
        this.type = type;
    }

    Type type() {
        return type;
    }

    String reader() {
        return RuntimeNames.READ_BY_INDEX + suffix;
    }

    String readDescriptor() {
        return "(I)" + type.getDescriptor();
    }

    String writer() {
        return RuntimeNames.WRITE_BY_INDEX + suffix;
    }

    String writeDescriptor() {
        return "(I" + type.getDescriptor() + ")V";
    }

    /** Returns whether a field can be read and written in this form. */
    boolean fits(Type fieldType) {
        return this == OBJECT
                || Primitive.of(fieldType)
                        .filter(primitive -> primitive.form() == this)
                        .isPresent();
    }
}
