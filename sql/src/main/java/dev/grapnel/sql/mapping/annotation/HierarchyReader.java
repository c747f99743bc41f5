package dev.grapnel.sql.mapping.annotation;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.declaration.HierarchyDeclaration;
import dev.grapnel.sql.mapping.declaration.HierarchyDeclaration.DiscriminatorDeclaration;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Inheritance;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/** Reads what is said about the place of a class in a hierarchy. */
final class HierarchyReader {
    private HierarchyReader() {}

    /** Reads what a program says. */
    static HierarchyDeclaration read(Class<?> type, @Nullable Class<?> parent, AnnotatedElement said) {
        return read(
                type,
                parent,
                said,
                said.getAnnotation(Inheritance.class),
                said.getAnnotation(DiscriminatorColumn.class));
    }

    /** Reads annotations, of which two may stand at a mapped superclass. */
    static HierarchyDeclaration read(
            Class<?> type,
            @Nullable Class<?> parent,
            AnnotatedElement said,
            @Nullable Inheritance inheritance,
            @Nullable DiscriminatorColumn discriminator) {
        if (parent != null && (inheritance != null || discriminator != null)) {
            throw new MappingException("Cannot map class " + type.getName()
                    + ": @Inheritance and @DiscriminatorColumn belong to the class that heads the hierarchy. Move them to "
                    + parent.getName() + " or further up.");
        }
        DiscriminatorValue value = said.getDeclaredAnnotation(DiscriminatorValue.class);
        return new HierarchyDeclaration(
                inheritance == null ? null : inheritance.strategy(),
                discriminator == null ? null : declaration(discriminator),
                value == null ? null : value.value(),
                TableReader.keyColumns(said.getDeclaredAnnotationsByType(PrimaryKeyJoinColumn.class)));
    }

    private static DiscriminatorDeclaration declaration(DiscriminatorColumn column) {
        return new DiscriminatorDeclaration(column.name(), javaType(column.discriminatorType()), column.length());
    }

    private static Class<?> javaType(DiscriminatorType type) {
        return switch (type) {
            case STRING -> String.class;
            case CHAR -> Character.class;
            case INTEGER -> Integer.class;
        };
    }
}
