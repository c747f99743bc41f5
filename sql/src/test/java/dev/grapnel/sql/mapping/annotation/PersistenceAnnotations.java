package dev.grapnel.sql.mapping.annotation;

import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;

/** All annotations of {@code jakarta.persistence}, found in its jar, so that none can be forgotten. */
final class PersistenceAnnotations {
    static final List<Class<? extends Annotation>> ALL = scan();
    static final Comparator<Method> BY_NAME = Comparator.comparing(PersistenceAnnotations::name);

    private PersistenceAnnotations() {}

    static String name(Method member) {
        return member.getDeclaringClass().getSimpleName() + '.' + member.getName();
    }

    private static List<Class<? extends Annotation>> scan() {
        List<Class<? extends Annotation>> found = new ArrayList<>();
        try (JarFile jar = new JarFile(Path.of(Entity.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toFile())) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("jakarta/persistence/\\w+\\.class"))
                    .map(name -> load(name.substring(0, name.length() - 6).replace('/', '.')))
                    .filter(Class::isAnnotation)
                    .forEach(type -> found.add(type.asSubclass(Annotation.class)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (java.net.URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        found.sort(Comparator.comparing(Class::getSimpleName));
        return List.copyOf(found);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Entity.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
