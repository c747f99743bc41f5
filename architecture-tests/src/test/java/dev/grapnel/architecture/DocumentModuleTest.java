package dev.grapnel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The document module")
class DocumentModuleTest {

    @Test
    void knowsNoRelationalDatabase() {
        noClasses()
                .that()
                .resideInAPackage("dev.grapnel.mongo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.grapnel.sql..", "org.jooq..", "java.sql..")
                .because("the document backend is used without a relational one")
                .check(PublishedClasses.ALL);
    }

    @Test
    void isUnknownToCore() {
        noClasses()
                .that()
                .resideInAPackage("dev.grapnel.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.grapnel.mongo..", "com.mongodb..", "org.bson..")
                .because("one unit of work serves relational and document stores alike")
                .check(PublishedClasses.ALL);
    }
}
