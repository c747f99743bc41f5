package dev.grapnel.testkit.session;

import dev.grapnel.testkit.TestDatabases;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs all tests of a class on each kind of database, or on those that the system property {@code grapnel.databases} names: mutation tests
 * repeat every test often, and starting a server for each repetition would take hours.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.session.EveryDatabase$Choice#databases")
@interface EveryDatabase {

    /** Which databases. */
    final class Choice {
        private Choice() {}

        static Stream<TestDatabases> databases() {
            String names = System.getProperty("grapnel.databases");
            return names == null ? all() : TestDatabases.chosen();
        }

        private static Stream<TestDatabases> all() {
            return Stream.of(TestDatabases.H2, TestDatabases.SQLITE_MEMORY, TestDatabases.POSTGRESQL);
        }
    }
}
