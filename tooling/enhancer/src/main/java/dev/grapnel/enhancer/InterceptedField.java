package dev.grapnel.enhancer;

/**
 * A persistent field of an enhanced class, whose accesses are replaced by calls.
 *
 * @param declaringClass the internal name of the enhanced class that declares it
 */
record InterceptedField(String declaringClass, FieldOutline field) {

    String readDescriptor() {
        return "(L" + declaringClass + ";)" + field.descriptor();
    }

    String writeDescriptor() {
        return "(L" + declaringClass + ";" + field.descriptor() + ")V";
    }

    String slowReadDescriptor() {
        return "(L" + declaringClass + ";" + RuntimeNames.STATE_DESCRIPTOR + ")" + field.descriptor();
    }

    String reader() {
        return RuntimeNames.READ_ACCESSOR + field.name();
    }

    String writer() {
        return RuntimeNames.WRITE_ACCESSOR + field.name();
    }

    String initializer() {
        return RuntimeNames.INITIALIZE_ACCESSOR + field.name();
    }

    String slowReader() {
        return RuntimeNames.SLOW_READ + field.name();
    }

    String slowWriter() {
        return RuntimeNames.SLOW_WRITE + field.name();
    }
}
