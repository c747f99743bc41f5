package dev.grapnel.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.Registry;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.io.File;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Classes of jOOQ")
class JooqClassesTest {
    static List<String> names() {
        return JooqClasses.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void thatAreLoadedAheadAreThere(String name) throws ClassNotFoundException {
        assertThat(Class.forName("org.jooq." + name, false, getClass().getClassLoader()))
                .isNotNull();
    }

    @Test
    void areNotNeededToReadAMapping() throws Exception {
        try (WithoutTypes loader = new WithoutTypes()) {
            Class<?> registry = loader.loadClass(Registry.class.getName());
            Class<?> entity = loader.loadClass(Item.class.getName());

            Object made = registry.getMethod("of", Class[].class).invoke(null, (Object) new Class<?>[] {entity});

            assertThat(made.getClass().getClassLoader()).isSameAs(loader);
        }
    }

    /** Has all classes of the program once more, but not those with which jOOQ's initialisation begins. */
    private static final class WithoutTypes extends URLClassLoader {
        private static final Set<String> MISSING = Set.of("org.jooq.impl.DSL", "org.jooq.impl.SQLDataType");

        WithoutTypes() throws MalformedURLException {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() throws MalformedURLException {
            List<URL> urls = new ArrayList<>();
            for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                urls.add(Path.of(part).toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (MISSING.contains(name)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Entity
    static class Item {
        @Id
        @GeneratedValue
        long id;

        String name = "";
        BigDecimal price = BigDecimal.ONE;
        byte[] picture = {};
        int[] sizes = {};
        LocalDate since = LocalDate.EPOCH;
        Instant changed = Instant.EPOCH;

        @ManyToOne
        Item partOf;
    }
}
