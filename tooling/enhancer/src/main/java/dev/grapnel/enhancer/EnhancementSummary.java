package dev.grapnel.enhancer;

import java.nio.file.Path;
import java.util.List;

/**
 * What one run of {@link BuildTimeEnhancer} has done. Its text is one line, such as
 * <q>Enhanced 12 classes in target/classes, and redirected field accesses in 3 more</q>.
 *
 * @param folder where the class files are
 * @param enhanced the classes that have been enhanced, by name
 * @param redirected the classes in which only accesses to fields of enhanced classes have been redirected, by name
 */
public record EnhancementSummary(Path folder, List<String> enhanced, List<String> redirected) {

    /** Copies the lists. */
    public EnhancementSummary {
        enhanced = List.copyOf(enhanced);
        redirected = List.copyOf(redirected);
    }

    @Override
    public String toString() {
        String classes = enhanced.size() == 1 ? " class" : " classes";
        String more = redirected.isEmpty() ? "" : ", and redirected field accesses in " + redirected.size() + " more";
        return "Enhanced " + enhanced.size() + classes + " in " + folder + more;
    }
}
