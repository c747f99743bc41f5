package dev.grapnel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Packages")
class PackageRulesTest {

    /** The rooms of core in the order in which they may use each other: each uses only those before it. */
    private static final List<String> ROOMS_OF_CORE = List.of(
            "error", "value", "annotation", "state", "instrument", "mapping", "store", "flush", "load", "session");

    private static final String CORE = "dev.grapnel.core.";

    @Test
    void formNoCycles() {
        slices().matching("dev.grapnel.(**)").should().beFreeOfCycles().check(PublishedClasses.ALL);
    }

    @Test
    void ofCoreUseOnlyTheRoomsBeforeThem() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS_OF_CORE) {
            layers = layers.optionalLayer(room).definedBy(CORE + room + "..");
        }
        for (int i = 0; i < ROOMS_OF_CORE.size(); i++) {
            String[] earlier = ROOMS_OF_CORE.subList(0, i).toArray(String[]::new);
            layers = i == 0
                    ? layers.whereLayer(ROOMS_OF_CORE.get(0)).mayNotAccessAnyLayer()
                    : layers.whereLayer(ROOMS_OF_CORE.get(i)).mayOnlyAccessLayers(earlier);
        }
        layers.check(PublishedClasses.ALL);
    }

    @Test
    void ofCoreEachBelongToARoom() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : PublishedClasses.ALL) {
            String name = type.getPackageName();
            if ((name + ".").startsWith(CORE) && ROOMS_OF_CORE.stream().noneMatch(room -> isIn(name, CORE + room))) {
                strangers.add(name);
            }
        }
        assertThat(strangers)
                .as("packages of core that are in none of the rooms %s", ROOMS_OF_CORE)
                .isEmpty();
    }

    @Test
    void areNamedAfterTheDomainAndNotAfterALayer() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..helper..", "..common..", "..impl..")
                .as("no package should be named util, helper, common or impl")
                .because("such a name tells what is in the room of no word in the domain, so anything ends up there")
                .check(PublishedClasses.ALL);
    }

    private static boolean isIn(String packageName, String room) {
        return packageName.equals(room) || packageName.startsWith(room + ".");
    }
}
