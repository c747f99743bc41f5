package dev.grapnel.sql.mapping.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.sql.Registry;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves for every annotation of {@code jakarta.persistence} and each of its members that it works or is refused, and holds the page that says so
 * true. To write the page anew, run this test with {@code -Dgrapnel.write=true}.
 */
@DisplayName("An annotation of jakarta.persistence")
class AnnotationTableTest {
    private static final Path PAGE = Path.of("../docs/reference/annotations.md");

    private static Registry registry;
    private static String mapped;

    @BeforeAll
    static void map() {
        registry = Registry.of(Probes.ALL);
        mapped = MappingText.of(
                registry,
                Stream.of(Probes.ALL)
                        .filter(type -> type != Probes.Letters.class)
                        .toArray(Class[]::new));
    }

    @AfterAll
    static void free() {
        registry.dispose();
    }

    static Stream<Method> understoodMembers() {
        return PersistenceAnnotations.ALL.stream()
                .filter(WorkingMembers::isUnderstood)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .sorted(PersistenceAnnotations.BY_NAME);
    }

    static Stream<Class<? extends Annotation>> annotations() {
        return PersistenceAnnotations.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void worksOrIsRefused(Class<? extends Annotation> type) throws IOException {
        if (WorkingMembers.isUnderstood(type)) {
            prove(type.getSimpleName());
        } else {
            assertThat(Refusal.of(type)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("understoodMembers")
    void hasNoMemberThatIsIgnored(Method member) throws IOException {
        if (WorkingMembers.isUnderstood(member)) {
            prove(PersistenceAnnotations.name(member));
        } else {
            assertThat(Refusal.of(member)).isNotBlank();
        }
    }

    /** By what the mapping of the probes says, or by another test that uses the annotation. */
    private static void prove(String name) throws IOException {
        Path test = WorkingMembers.shownBy(name);
        if (test == null) {
            assertThat(mapped).contains(WorkingMembers.evidence(name));
        } else {
            assertThat(Files.readString(test)).contains('@' + name.split("\\.", 2)[0]);
        }
    }

    @Test
    void isToldOnThePage() throws IOException {
        String page = new AnnotationPage().text();
        if (Boolean.getBoolean("grapnel.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/reference/annotations.md; to write it anew, run this test with -Dgrapnel.write=true")
                .isEqualTo(page);
    }

    @Test
    void isKnownIfATestNamesIt() {
        List<String> names = new ArrayList<>();
        for (Class<? extends Annotation> type : PersistenceAnnotations.ALL) {
            names.add(type.getSimpleName());
            for (Method member : type.getDeclaredMethods()) {
                names.add(PersistenceAnnotations.name(member));
            }
        }

        assertThat(names).containsAll(WorkingMembers.names());
    }

    @Test
    void thatIsNotNullIsNoProofOfRefusal() {
        assertThatThrownBy(() -> Refusal.of(jakarta.persistence.Id.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not refused");
    }
}
