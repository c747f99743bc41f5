package dev.grapnel.conformance;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rule about packages, for the classes of this module: those of the published modules are looked at together elsewhere. */
@DisplayName("Packages")
class PackagesTest {
    private static final String ROOT = "dev.grapnel.conformance";

    @Test
    void formNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.grapnel.(**)")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter()
                        .withImportOption(location -> !location.contains("/test-classes/"))
                        .importPackages(ROOT));
    }
}
