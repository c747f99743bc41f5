package dev.grapnel.metamodel;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Tells the programmer what is wrong, at the place where it is wrong. */
final class Complaints {
    private final Messager messager;

    Complaints(Messager messager) {
        this.messager = messager;
    }

    void error(Element at, String message) {
        messager.printMessage(Kind.ERROR, message, at);
    }

    /** At an annotation of a class or field, or at the class or field itself if there is none. */
    void error(Element at, @Nullable AnnotationMirror annotation, String message) {
        messager.printMessage(Kind.ERROR, message, at, annotation);
    }

    /** At what a member of an annotation says. */
    void error(Element at, AnnotationMirror annotation, AnnotationValue value, String message) {
        messager.printMessage(Kind.ERROR, message, at, annotation, value);
    }

    void warning(Element at, @Nullable AnnotationMirror annotation, String message) {
        messager.printMessage(Kind.WARNING, message, at, annotation);
    }
}
