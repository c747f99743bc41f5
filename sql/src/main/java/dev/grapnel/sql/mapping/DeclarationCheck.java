package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.mapping.declaration.ValueDeclaration;
import jakarta.persistence.InheritanceType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what is written about a class as a whole, before it is mapped. */
final class DeclarationCheck {
    private final EntityDeclaration declaration;

    private DeclarationCheck(EntityDeclaration declaration) {
        this.declaration = declaration;
    }

    /**
     * Checks a class.
     *
     * @throws MappingException if it has no key, a wrong one, or one besides that of its superclass, or several versions
     */
    static void check(EntityDeclaration declaration) {
        DeclarationCheck check = new DeclarationCheck(declaration);
        if (declaration.parent() == null) {
            check.key();
        } else {
            check.noKey();
        }
        check.version();
        check.strategy();
    }

    private MappingException wrong(String whyAndWhatToDo) {
        return new MappingException("Cannot map class " + declaration.type().getName() + ": " + whyAndWhatToDo);
    }

    private void key() {
        List<ValueDeclaration> keys = declaration.keys();
        if (keys.isEmpty()) {
            throw wrong("it has no identifier. Annotate the field of its primary key with @Id.");
        }
        long embedded =
                keys.stream().filter(key -> key.name().indexOf('.') >= 0).count();
        if (embedded > 0 && embedded < keys.size()) {
            throw wrong("it has @Id and @EmbeddedId. Decide for one of them.");
        }
        if (keys.size() > 1 && keys.stream().anyMatch(key -> key.role() == ValueDeclaration.Role.GENERATED_KEY)) {
            throw wrong(
                    "a key of several fields cannot be generated. Leave @GeneratedValue out and assign them in the program.");
        }
        checkIdClass(keys);
    }

    private void checkIdClass(List<ValueDeclaration> keys) {
        Class<?> idClass = declaration.idClass();
        if (idClass == null) {
            return;
        }
        Set<String> wanted = keys.stream().map(DeclarationCheck::field).collect(Collectors.toSet());
        Set<String> found = Arrays.stream(idClass.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .map(Field::getName)
                .collect(Collectors.toSet());
        if (!found.equals(wanted)) {
            throw wrong("its @IdClass " + idClass.getName() + " has the fields " + sorted(found)
                    + ", and its @Id fields are " + sorted(wanted) + ". Make them the same.");
        }
    }

    /** The field of a part of the key, which may be a reference. */
    private static String field(ValueDeclaration key) {
        int hidden = key.name().indexOf('#');
        return hidden < 0 ? key.name() : key.name().substring(0, hidden);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private void noKey() {
        if (!declaration.keys().isEmpty() || declaration.idClass() != null) {
            throw wrong("it has an identifier of its own, and inherits that of the superclass that is an entity."
                    + " Remove @Id and @IdClass here.");
        }
    }

    private void version() {
        List<String> versions = new ArrayList<>();
        for (ValueDeclaration value : declaration.values()) {
            if (value.role() == ValueDeclaration.Role.VERSION) {
                versions.add(value.name());
            }
        }
        if (versions.size() > 1) {
            throw wrong("it has several versions: " + versions + ". Keep one @Version.");
        }
        if (!versions.isEmpty() && declaration.parent() != null) {
            throw wrong("the version belongs to the class that heads the hierarchy. Move @Version of '"
                    + versions.get(0) + "' up to that class.");
        }
    }

    private void strategy() {
        boolean counted =
                declaration.keys().stream().anyMatch(key -> key.role() == ValueDeclaration.Role.GENERATED_KEY);
        if (counted && declaration.hierarchy().strategy() == InheritanceType.TABLE_PER_CLASS) {
            throw wrong(
                    "with InheritanceType.TABLE_PER_CLASS a key has to be unique in several tables, and each table would count"
                            + " for itself. Use GenerationType.SEQUENCE, TABLE or UUID, or assign keys in the program.");
        }
    }
}
