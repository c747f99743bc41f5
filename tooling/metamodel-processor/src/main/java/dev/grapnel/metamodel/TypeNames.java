package dev.grapnel.metamodel;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** How types are called in the source text of one package, and whether that package can see them. */
final class TypeNames {
    /** The type variable of a written class that has one. */
    static final String OWNER_VARIABLE = "T";

    private final Elements elements;
    private final Types types;
    private final PackageElement here;

    TypeNames(ProcessingEnvironment environment, TypeElement type) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.here = elements.getPackageOf(type);
    }

    String packageName() {
        return here.getQualifiedName().toString();
    }

    /** Whether code of this package can use a class. */
    boolean isThere(String qualifiedName) {
        ModuleElement module = elements.getModuleOf(here);
        return (module == null
                        ? elements.getTypeElement(qualifiedName)
                        : elements.getTypeElement(module, qualifiedName))
                != null;
    }

    // ---- text ----

    /** The name of a type as an argument of another; without its own arguments where they cannot be written here. */
    String of(TypeMirror type) {
        return isWritable(type) ? text(type) : ofErasure(type);
    }

    /** The name of a type as a class literal wants it. */
    String ofErasure(TypeMirror type) {
        return text(types.erasure(type));
    }

    private String text(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return text(array.getComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return "?" + bound(" extends ", wildcard.getExtendsBound()) + bound(" super ", wildcard.getSuperBound());
        }
        if (type instanceof DeclaredType declared) {
            return name((TypeElement) declared.asElement()) + arguments(declared.getTypeArguments());
        }
        // What is left are primitives. They print themselves with their annotations.
        return type.getKind().name().toLowerCase(Locale.ROOT);
    }

    /** The full name of a type without arguments and annotations, as messages have it. */
    static String plain(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return plain(array.getComponentType()) + "[]";
        }
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }

    private String bound(String word, @Nullable TypeMirror bound) {
        return bound == null ? "" : word + text(bound);
    }

    private String arguments(List<? extends TypeMirror> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(this::text).collect(Collectors.joining(", ", "<", ">"));
    }

    /** Whether a type can be written with its arguments: no type variable is in it, and this package sees all of it. */
    private boolean isWritable(@Nullable TypeMirror type) {
        if (type == null || type.getKind().isPrimitive()) {
            return true;
        }
        if (type instanceof ArrayType array) {
            return isWritable(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return isWritable(wildcard.getExtendsBound()) && isWritable(wildcard.getSuperBound());
        }
        return type instanceof DeclaredType declared
                && !(declared.getEnclosingType() instanceof DeclaredType outer
                        && !outer.getTypeArguments().isEmpty())
                && hiddenPart((TypeElement) declared.asElement()) == null
                && declared.getTypeArguments().stream().allMatch(this::isWritable);
    }

    private String name(TypeElement type) {
        PackageElement there = elements.getPackageOf(type);
        String qualified = type.getQualifiedName().toString();
        String relative = there.isUnnamed()
                ? qualified
                : qualified.substring(there.getQualifiedName().length() + 1);
        boolean understood = there.equals(here) || (isLanguage(there) && !isTakenHere(relative));
        return understood && !isTakenByTheText(relative) ? relative : qualified;
    }

    private static boolean isLanguage(PackageElement there) {
        return there.getQualifiedName().contentEquals("java.lang");
    }

    private boolean isTakenHere(String simpleName) {
        return elements.getTypeElement(here.isUnnamed() ? simpleName : here.getQualifiedName() + "." + simpleName)
                != null;
    }

    private static boolean isTakenByTheText(String relative) {
        String first = relative.split("\\.", 2)[0];
        return Set.of(OWNER_VARIABLE, "NullMarked").contains(first) || Metamodel.Kind.CLASS_NAMES.contains(first);
    }

    /** The name of the metamodel of a class. */
    String ofMetamodel(MappedClass of) {
        PackageElement there = elements.getPackageOf(of.type());
        return there.equals(here) ? of.metamodelName() : qualifiedMetamodelName(of);
    }

    String qualifiedMetamodelName(MappedClass of) {
        PackageElement there = elements.getPackageOf(of.type());
        return (there.isUnnamed() ? "" : there.getQualifiedName() + ".") + of.metamodelName();
    }

    // ---- what can be used ----

    /** Whether a type is not there, or not yet. */
    static boolean isMissing(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isMissing(array.getComponentType());
        }
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(TypeNames::isMissing));
    }

    /** Why the written class cannot name a type, or null if it can. */
    @Nullable String obstacle(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        while (erased instanceof ArrayType array) {
            erased = array.getComponentType();
        }
        return erased instanceof DeclaredType declared ? obstacle((TypeElement) declared.asElement()) : null;
    }

    /** Why the written class cannot name a class, or null if it can. */
    @Nullable String obstacle(TypeElement type) {
        Element hidden = hiddenPart(type);
        if (hidden == null) {
            return null;
        }
        return "The metamodel cannot name class " + type.getQualifiedName() + ": " + hidden
                + " is not visible to package '" + here.getQualifiedName() + "'. Give it more than private access"
                + (elements.getPackageOf(type).equals(here) ? "." : ", and outside of that package public access.");
    }

    private @Nullable Element hiddenPart(TypeElement type) {
        boolean samePackage = elements.getPackageOf(type).equals(here);
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            Set<Modifier> modifiers = at.getModifiers();
            if (samePackage ? modifiers.contains(Modifier.PRIVATE) : !modifiers.contains(Modifier.PUBLIC)) {
                return at;
            }
        }
        return null;
    }
}
