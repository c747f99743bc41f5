package dev.grapnel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Source folders")
class SourceRulesTest {

    private static final String MODULE_INFO = "module-info.java";
    private static final String PACKAGE_INFO = "package-info.java";

    /** Or a lasting name at least, where a dependency has none that a module-info could require. */
    @Test
    void haveAModuleInfoInEveryLibrary() {
        List<Path> missing = SourceTree.libraries().stream()
                .filter(module -> !Files.exists(SourceTree.sourcesOf(module).resolve(MODULE_INFO)))
                .filter(module -> !SourceTree.declares(module.resolve("pom.xml"), "Automatic-Module-Name"))
                .toList();

        assertThat(missing).as("libraries without a module-info").isEmpty();
    }

    @Test
    void haveAPackageInfoInEveryPackage() {
        List<Path> missing = SourceTree.modules().stream()
                .flatMap(module -> SourceTree.packagesOf(module).stream())
                .filter(folder -> !Files.exists(folder.resolve(PACKAGE_INFO)))
                .toList();

        assertThat(missing)
                .as("packages that do not say what they are for in a package-info")
                .isEmpty();
    }

    @Test
    void areNullMarkedAsAModuleOrPackageByPackage() {
        List<Path> unmarked = SourceTree.modules().stream()
                .filter(module ->
                        !SourceTree.declares(SourceTree.sourcesOf(module).resolve(MODULE_INFO), "NullMarked"))
                .flatMap(module -> SourceTree.packagesOf(module).stream())
                .filter(folder -> !SourceTree.declares(folder.resolve(PACKAGE_INFO), "NullMarked"))
                .toList();

        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }
}
