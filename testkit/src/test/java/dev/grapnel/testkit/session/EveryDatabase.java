package dev.grapnel.testkit.session;

import dev.grapnel.testkit.TestDatabases;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs all tests of a class on each kind of database. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = TestDatabases.class,
        names = {"H2", "SQLITE_MEMORY", "POSTGRESQL"})
@interface EveryDatabase {}
