package dev.grapnel.sql.inspect;

import java.util.List;
import java.util.Locale;
import org.jooq.Named;
import org.jspecify.annotations.Nullable;

/** When two names mean the same on a database. */
record NameRule(boolean ignoresCase) {

    String key(String name) {
        return ignoresCase ? name.toLowerCase(Locale.ROOT) : name;
    }

    boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    boolean same(List<String> ones, List<String> others) {
        return keys(ones).equals(keys(others));
    }

    /** Whether both have the same names, in any order. */
    boolean sameSet(List<String> ones, List<String> others) {
        return keys(ones).stream()
                .sorted()
                .toList()
                .equals(keys(others).stream().sorted().toList());
    }

    private List<String> keys(List<String> names) {
        return names.stream().map(this::key).toList();
    }

    <N extends Named> @Nullable N find(List<? extends N> all, String name) {
        for (N one : all) {
            if (same(one.getName(), name)) {
                return one;
            }
        }
        return null;
    }
}
