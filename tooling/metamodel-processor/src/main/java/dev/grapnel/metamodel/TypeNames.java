package dev.grapnel.metamodel;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** How types are called in the source text of one package, and whether that package can see them. */
final class TypeNames {
    private final Elements elements;
    private final PackageElement here;

    TypeNames(ProcessingEnvironment environment, TypeElement entity) {
        this.elements = environment.getElementUtils();
        this.here = elements.getPackageOf(entity);
    }

    String packageName() {
        return here.getQualifiedName().toString();
    }

    /** The name of an erased type. */
    String of(TypeMirror erased) {
        if (erased instanceof ArrayType array) {
            return of(array.getComponentType()) + "[]";
        }
        return erased instanceof DeclaredType declared ? of((TypeElement) declared.asElement()) : erased.toString();
    }

    private String of(TypeElement type) {
        PackageElement there = elements.getPackageOf(type);
        String qualified = type.getQualifiedName().toString();
        String relative = there.isUnnamed()
                ? qualified
                : qualified.substring(there.getQualifiedName().length() + 1);
        boolean understood = there.equals(here) || (isLanguage(there) && !isTakenHere(relative));
        return understood ? relative : qualified;
    }

    private static boolean isLanguage(PackageElement there) {
        return there.getQualifiedName().contentEquals("java.lang");
    }

    private boolean isTakenHere(String simpleName) {
        return elements.getTypeElement(here.isUnnamed() ? simpleName : here.getQualifiedName() + "." + simpleName)
                != null;
    }

    /** The name of a class that stands beside a type. */
    String inItsPackage(TypeElement type, String simpleName) {
        PackageElement there = elements.getPackageOf(type);
        return there.equals(here) ? simpleName : there.getQualifiedName() + "." + simpleName;
    }

    /** Whether a type is not there, or not yet. */
    boolean isMissing(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isMissing(array.getComponentType());
        }
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(this::isMissing));
    }

    /** Checks that the written class can name a type. */
    void requireVisible(TypeMirror type, Element where) {
        if (type instanceof ArrayType array) {
            requireVisible(array.getComponentType(), where);
        } else if (type instanceof DeclaredType declared) {
            requireVisible((TypeElement) declared.asElement(), where);
        }
    }

    /** Checks that the written class can name a class. */
    void requireVisible(TypeElement type, Element where) {
        boolean samePackage = elements.getPackageOf(type).equals(here);
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            boolean visible = samePackage
                    ? !at.getModifiers().contains(Modifier.PRIVATE)
                    : at.getModifiers().contains(Modifier.PUBLIC);
            if (!visible) {
                throw new UnusableElementException(
                        where,
                        "The metamodel cannot name class " + type.getQualifiedName() + ": " + at
                                + " is not visible to package '" + here.getQualifiedName()
                                + "'. Give it more than private access"
                                + (samePackage ? "." : ", and outside of that package public access."));
            }
        }
    }
}
