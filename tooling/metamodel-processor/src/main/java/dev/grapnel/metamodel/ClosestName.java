package dev.grapnel.metamodel;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that was probably meant. The processor uses no class of the library, so it has one of its own. */
final class ClosestName {
    private ClosestName() {}

    /** The end of a message about an unknown name: a sentence that names the closest, or lists those there are. */
    static String hint(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name ->
                        distance(given.toLowerCase(java.util.Locale.ROOT), name.toLowerCase(java.util.Locale.ROOT))))
                .filter(name -> distance(given, name) <= Math.max(2, given.length() / 2))
                .map(name -> " Did you mean '" + name + "'?")
                .orElse(" It has " + known + ".");
    }

    /** The number of single-letter edits between two words. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int substitute = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(substitute, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
