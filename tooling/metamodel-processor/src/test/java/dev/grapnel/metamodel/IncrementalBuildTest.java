package dev.grapnel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In an incremental build")
class IncrementalBuildTest {
    private static final String KEYED =
            "package shop; @jakarta.persistence.MappedSuperclass abstract class Keyed<K> { @jakarta.persistence.Id K id; }";
    private static final String CONTACT = """
            package shop;
            import jakarta.persistence.*;
            @Entity class Contact extends Keyed<Long> {
                @OneToMany(mappedBy = "contact") java.util.List<Address> addresses;
            }
            """;
    private static final String CUSTOMER =
            "package shop; @jakarta.persistence.Entity class Customer extends Contact { String number; }";
    private static final String ADDRESS = """
            package shop;
            import jakarta.persistence.*;
            @Entity class Address extends Keyed<Long> {
                @ManyToOne Contact contact;
            }
            """;

    @TempDir
    Path folder;

    @Test
    void onlyWhatBelongsToTheChangedClassIsWrittenAgain() {
        Project project = new Project(folder);
        project.compile(
                List.of(project.write(KEYED), project.write(CONTACT), project.write(ADDRESS), project.write(CUSTOMER)));
        project.forgetGenerated();

        Path changed = project.write(CONTACT.replace("@OneToMany", "String name; @OneToMany"));
        Compilation second = project.compile(List.of(changed));

        assertThat(second.problems()).isEmpty();
        assertThat(second.classes()).containsExactly("shop.Contact_");
        assertThat(second.text("shop.Contact_"))
                .contains("ColumnAttribute<Contact, Long> id", " name =", " addresses =");
    }

    @Test
    void subclassAloneFindsTheMetamodelOfItsSuperclassCompiled() {
        Project project = new Project(folder);
        project.compile(
                List.of(project.write(KEYED), project.write(CONTACT), project.write(ADDRESS), project.write(CUSTOMER)));
        project.forgetGenerated();

        Compilation second = project.compile(List.of(project.write(CUSTOMER.replace("number", "code"))));

        assertThat(second.problems()).isEmpty();
        assertThat(second.text("shop.Customer_")).contains("extends Contact_", " code =");
    }

    @Test
    void textIsTheSameWhetherNeighboursAreSourcesOrClasses() {
        Project project = new Project(folder);
        List<Path> all =
                List.of(project.write(KEYED), project.write(CONTACT), project.write(ADDRESS), project.write(CUSTOMER));
        String before = project.compile(all).text("shop.Contact_");
        project.forgetGenerated();

        assertThat(project.compile(List.of(all.get(1))).text("shop.Contact_")).isEqualTo(before);
    }

    @Test
    void eachWrittenFileBelongsToOneClass() {
        Compilation compilation = Compilation.of(folder, KEYED, CONTACT, ADDRESS, CUSTOMER);

        for (String name : List.of("Contact", "Address", "Customer")) {
            assertThat(compilation.originsOf("shop." + name + "_")).containsExactly("shop." + name);
        }
    }

    @Test
    void gradleIsToldThatTheProcessorIsolates() throws Exception {
        try (InputStream declaration =
                MetamodelProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(declaration.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(MetamodelProcessor.class.getName() + ",isolating");
        }
    }
}
