package dev.grapnel.conformance.odm.model;

import jakarta.persistence.Entity;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader.PersistenceHandler;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import org.jspecify.annotations.Nullable;

/** Makes empty classes with the names of a scenario; their attributes are those that the mapping names. Each set has a package of its own. */
final class GeneratedClasses {
    /** The package that the enhancer watches. */
    static final String PACKAGE = "dev.grapnel.conformance.odm.generated";

    /** The enhancer knows by it what to enhance. */
    private static final AnnotationDescription ENTITY =
            AnnotationDescription.Builder.ofType(Entity.class).build();

    private static final AtomicInteger SETS = new AtomicInteger();

    private final String room = PACKAGE + ".scenario" + SETS.incrementAndGet() + ".";
    private ClassLoader loader = GeneratedClasses.class.getClassLoader();

    Class<?> make(String name, @Nullable Class<?> superclass) {
        byte[] code = new ByteBuddy()
                .subclass(
                        superclass == null ? Object.class : superclass, ConstructorStrategy.Default.DEFAULT_CONSTRUCTOR)
                .name(room + name)
                .annotateType(ENTITY)
                .make()
                .getBytes();
        loader = new ByteArrayClassLoader(loader, Map.of(room + name, code), PersistenceHandler.MANIFEST);
        try {
            return Class.forName(room + name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The class " + name + " was made and cannot be loaded.", e);
        }
    }
}
