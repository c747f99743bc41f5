package dev.grapnel.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Modules")
class ModuleRulesTest {

    private static final String ANY = "dev.grapnel..";

    @Test
    void eventsKnowsNothingElseOfGrapnel() {
        noClasses()
                .that()
                .resideInAPackage("dev.grapnel.events..")
                .should()
                .dependOnClassesThat(resideInAPackage(ANY).and(resideOutsideOfPackages("dev.grapnel.events..")))
                .because("events can be proved, tested and used alone")
                .check(PublishedClasses.ALL);
    }

    @Test
    void coreKnowsNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("dev.grapnel.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.grapnel.sql..", "org.jooq..", "com.zaxxer..")
                .because("one unit of work serves relational and document stores alike")
                .check(PublishedClasses.ALL);
    }

    @Test
    void extensionsUsePublicEventsAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("dev.grapnel.beanvalidation..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.grapnel.sql..", "org.jooq..", "org.hibernate.."))
                .because("they serve every store, and every implementation that the application brings")
                .check(PublishedClasses.ALL);
    }

    @Test
    void enhancerKnowsNothingElseOfGrapnel() {
        noClasses()
                .that()
                .resideInAPackage("dev.grapnel.enhancer..")
                .should()
                .dependOnClassesThat(resideInAPackage(ANY).and(resideOutsideOfPackages("dev.grapnel.enhancer..")))
                .because("it runs inside a build or before the program, and core's own tests are built with it")
                .check(PublishedClasses.ALL);
    }

    @Test
    void keepTheirInternalPackagesToThemselves() {
        classes()
                .that()
                .resideInAPackage(ANY)
                .should(useInternalPackagesOnlyOfTheirOwnModule())
                .check(PublishedClasses.ALL);
    }

    @Test
    void writeToNoStandardStream() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("what a library has to say goes to an exception, an event or the logger")
                .check(PublishedClasses.ALL);
    }

    private static ArchCondition<JavaClass> useInternalPackagesOnlyOfTheirOwnModule() {
        return new ArchCondition<>("use internal packages only of their own module") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    if (resideInAPackage("dev.grapnel..internal..").test(used)
                            && !PublishedClasses.moduleOf(user).equals(PublishedClasses.moduleOf(used))) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
