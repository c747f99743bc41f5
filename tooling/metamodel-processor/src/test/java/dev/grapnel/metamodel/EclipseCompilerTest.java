package dev.grapnel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("With the compiler of Eclipse")
class EclipseCompilerTest {
    private static final String ORDER = """
            package shop;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity public class Order extends Keyed<UUID> {
                enum State { OPEN, PAID }
                State state;
                byte[] picture;
                @Convert Map<String, List<Integer>> notes;
                @OneToMany(mappedBy = "order") List<Line> lines;
                @Embeddable public record Money(int amount, String currency) {}
                Money limit;
                @Entity public static class Line extends Keyed<Long> { @ManyToOne Order order; int amount; }
            }
            """;
    private static final String KEYED =
            "package shop; @jakarta.persistence.MappedSuperclass public abstract class Keyed<K> { @jakarta.persistence.Id K id; }";

    @TempDir
    Path folder;

    @Test
    void theSameIsWritten() throws Exception {
        Project eclipse = new Project(folder.resolve("eclipse"));
        String complaints = eclipse.compileWithEclipse(List.of(eclipse.write(KEYED), eclipse.write(ORDER)));
        Compilation javac = Compilation.of(folder.resolve("javac"), KEYED, ORDER);

        assertThat(complaints).doesNotContain("ERROR", "_.java");
        assertThat(eclipse.generatedFiles())
                .containsExactly("shop/Order_.java", "shop/Order_Line_.java", "shop/Order_Money_.java");
        for (String name : List.of("shop.Order_", "shop.Order_Line_", "shop.Order_Money_")) {
            assertThat(eclipse.text(name)).isEqualTo(javac.text(name));
        }
    }

    @Test
    void errorsAreAtTheirPlace() {
        Project eclipse = new Project(folder);

        String complaints = eclipse.compileWithEclipse(
                List.of(eclipse.write(KEYED), eclipse.write(ORDER.replace("\"order\"", "\"ordr\""))));

        assertThat(complaints)
                .contains("Field lines: class shop.Order.Line has no attribute 'ordr'. Did you mean 'order'?")
                .containsPattern("ERROR in .*Order\\.java \\(at line 9\\)");
    }
}
