package dev.grapnel.sql.mapping.annotation;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The page that tells for each annotation what works, and with which words the rest is refused. */
final class AnnotationPage {
    private final StringBuilder text = new StringBuilder();

    String text() {
        line("# Annotations of jakarta.persistence");
        line("");
        line(
                "What Grapnel does with each annotation of `jakarta.persistence` 3.2. What works is proven member by member; everything else is");
        line(
                "refused when the class is mapped, and the words of the error stand here. Nothing is ignored. How to use them is told in");
        line("[the guide](../guide/mapping.md).");
        line("");
        line("This page is written by `AnnotationTableTest`, which fails if it is not true. To write it anew:");
        line("");
        line("```sh");
        line(
                "mvn -q -Dquick test -pl sql -am -Dtest=AnnotationTableTest -Dgrapnel.write=true -Dsurefire.failIfNoSpecifiedTests=false");
        line("```");
        line("");
        line("| annotation | works | refused |");
        line("|---|---|---|");
        PersistenceAnnotations.ALL.forEach(this::row);
        return text.toString();
    }

    private void row(Class<? extends Annotation> type) {
        if (!WorkingMembers.isUnderstood(type)) {
            line("| `@" + type.getSimpleName() + "` | – | " + cell(Refusal.of(type)) + " |");
            return;
        }
        List<Method> members = Arrays.stream(type.getDeclaredMethods())
                .sorted(PersistenceAnnotations.BY_NAME)
                .toList();
        List<String> works = members.stream()
                .filter(WorkingMembers::isUnderstood)
                .map(member -> '`' + member.getName() + '`')
                .toList();
        List<String> refused = members.stream()
                .filter(member -> !WorkingMembers.isUnderstood(member))
                .map(member -> '`' + member.getName() + "`: " + cell(Refusal.of(member)))
                .toList();
        String limit = WorkingMembers.limit(type);
        line("| `@" + type.getSimpleName() + "` | yes"
                + (works.isEmpty() ? "" : ": " + String.join(", ", works))
                + (limit.isEmpty() ? "" : ". " + limit) + " | " + String.join("<br>", refused) + " |");
    }

    /** Of a message the part that says what to do. */
    private static String cell(String words) {
        for (String known :
                List.of("is not supported yet. ", "is not supported. ", "is not supported: ", "is not supported ")) {
            int at = words.indexOf(known);
            if (at >= 0) {
                String rest = words.substring(at + known.length());
                return Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
            }
        }
        return words;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
