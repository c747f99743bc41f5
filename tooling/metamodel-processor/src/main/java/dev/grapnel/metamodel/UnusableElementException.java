package dev.grapnel.metamodel;

import javax.lang.model.element.Element;

/** A class or field for which nothing can be written; becomes a compile error at its place. */
final class UnusableElementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Element element;

    UnusableElementException(Element element, String message) {
        super(message);
        this.element = element;
    }

    Element element() {
        return element;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
