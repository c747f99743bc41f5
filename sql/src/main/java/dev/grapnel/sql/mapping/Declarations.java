package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.annotation.AnnotationReader;
import dev.grapnel.sql.mapping.annotation.Converters;
import dev.grapnel.sql.mapping.annotation.WrittenEntity;
import dev.grapnel.sql.mapping.annotation.WrittenEntityReader;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.KeyColumn;
import dev.grapnel.sql.mapping.declaration.LinkDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import jakarta.persistence.Entity;
import jakarta.persistence.InheritanceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written about entity classes, read once each.
 *
 * <p>Says what a class inherits, too, whether its superclass is mapped already or not.
 */
final class Declarations {
    private final Map<Class<?>, EntityDeclaration> known = new HashMap<>();
    private final Map<Class<?>, WrittenEntity> written = new HashMap<>();
    private final Converters converters = new Converters();
    /** Classes whose key is being looked for in that of another class. */
    private final Set<Class<?>> reading = new HashSet<>();

    /** The converters that fields may name, and those that apply by themselves. */
    Converters converters() {
        return converters;
    }

    /** Takes what a program says about a class, instead of its annotations. */
    synchronized void add(WrittenEntity entity) {
        written.put(entity.type(), entity);
    }

    /** Forgets what was said about classes that could not be mapped. */
    synchronized void forget(Collection<WrittenEntity> entities) {
        for (WrittenEntity entity : entities) {
            written.remove(entity.type());
            known.remove(entity.type());
        }
    }

    private boolean isEntity(Class<?> type) {
        return written.containsKey(type) || type.isAnnotationPresent(Entity.class);
    }

    private EntityDeclaration read(Class<?> type) {
        WrittenEntity said = written.get(type);
        return said == null
                ? AnnotationReader.read(type, converters, this::isEntity)
                : WrittenEntityReader.read(said, converters, this::isEntity);
    }

    /** The declaration of a class. */
    synchronized EntityDeclaration of(Class<?> type) {
        EntityDeclaration declaration = known.get(type);
        if (declaration == null) {
            if (!reading.add(type)) {
                throw new MappingException(
                        "Cannot map class " + type.getName()
                                + ": by @MapsId its key is its own key in the end. Give one of the classes on the way a key of its own.");
            }
            try {
                declaration = new DerivedKey(this, read(type)).resolved();
                known.put(type, declaration);
            } finally {
                reading.remove(type);
            }
        }
        return declaration;
    }

    /** The declaration of the target of a relationship. */
    EntityDeclaration targetOf(EntityDeclaration owner, LinkDeclaration link) {
        if (!isEntity(link.target())) {
            throw new MappingException("Cannot map relationship " + describe(owner, link) + ": its target "
                    + link.target().getName()
                    + " is not annotated with @Entity. Annotate it and add it to the registry.");
        }
        return of(link.target());
    }

    static String describe(EntityDeclaration owner, LinkDeclaration link) {
        return owner.type().getSimpleName() + '.' + link.name();
    }

    /** The declaration of a class and of its superclasses, the class itself first. */
    List<EntityDeclaration> lineage(EntityDeclaration declaration) {
        List<EntityDeclaration> lineage = new ArrayList<>(List.of(declaration));
        Class<?> parent = declaration.parent();
        while (parent != null) {
            EntityDeclaration above = of(parent);
            lineage.add(above);
            parent = above.parent();
        }
        return lineage;
    }

    /** The class that heads the hierarchy. */
    EntityDeclaration root(EntityDeclaration declaration) {
        List<EntityDeclaration> lineage = lineage(declaration);
        return lineage.get(lineage.size() - 1);
    }

    /** Whether each class of the hierarchy has a table of its own attributes. */
    boolean isJoined(EntityDeclaration declaration) {
        return root(declaration).hierarchy().strategy() == InheritanceType.JOINED;
    }

    /** Whether each class of the hierarchy has a table of all its attributes. */
    boolean isConcrete(EntityDeclaration declaration) {
        return root(declaration).hierarchy().strategy() == InheritanceType.TABLE_PER_CLASS;
    }

    /** The class whose table has the own columns of a class: itself, or the root if they share one. */
    EntityDeclaration tableOwner(EntityDeclaration declaration) {
        return isJoined(declaration) || isConcrete(declaration) ? declaration : root(declaration);
    }

    /** A relationship of a class or its superclasses. */
    @Nullable LinkDeclaration link(EntityDeclaration declaration, String name) {
        return links(declaration).stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The relationships of a class and its superclasses. */
    List<LinkDeclaration> links(EntityDeclaration declaration) {
        return lineage(declaration).stream()
                .flatMap(each -> each.links().stream())
                .toList();
    }

    /** The key of a class, with the columns of its own table. */
    List<KeyPart> key(EntityDeclaration declaration) {
        List<ValueDeclaration> values = root(declaration).keys();
        List<KeyPart> parts = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            ValueDeclaration value = values.get(at);
            parts.add(new KeyPart(
                    value.name(),
                    keyColumn(declaration, at, value.column().name())
                            .orElse(value.column().name()),
                    value));
        }
        return parts;
    }

    /** The name that a joined subclass gives to its key column, or the nearest of its superclasses that gives one. */
    private Optional<String> keyColumn(EntityDeclaration declaration, int position, String ofRoot) {
        if (!isJoined(declaration)) {
            return Optional.empty();
        }
        return lineage(declaration).stream()
                .map(each -> KeyColumn.nameOf(each.hierarchy().keyColumns(), position, ofRoot))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }
}
