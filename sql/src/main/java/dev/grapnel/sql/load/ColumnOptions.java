package dev.grapnel.sql.load;

import dev.grapnel.core.mapping.Deferral;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a statement brings, where that is to differ from the mapping (rule G-10).
 *
 * @param said of single attributes
 * @param groups of deferred columns that are brought
 * @param only the only plain attributes brought besides the key, or null for all
 * @param othersRaise whether reading one of the others is an error
 */
public record ColumnOptions(
        Map<String, Loading> said,
        Set<String> groups,
        @Nullable Set<String> only,
        boolean othersRaise) {

    /** As mapped. */
    public static final ColumnOptions NONE = new ColumnOptions(Map.of(), Set.of(), null, false);

    /** What becomes of one column. */
    public enum Loading {
        /** It comes with its object. */
        BROUGHT,
        /** It is loaded on first read. */
        DEFERRED,
        /** Reading it is an error. */
        RAISING
    }

    boolean isNone() {
        return said.isEmpty() && groups.isEmpty() && only == null;
    }

    ColumnOptions say(String attribute, Loading loading) {
        Map<String, Loading> grown = new LinkedHashMap<>(said);
        grown.put(attribute, loading);
        return new ColumnOptions(grown, groups, only, othersRaise);
    }

    ColumnOptions bringGroup(String group) {
        Set<String> grown = new LinkedHashSet<>(groups);
        grown.add(group);
        return new ColumnOptions(said, grown, only, othersRaise);
    }

    ColumnOptions only(Set<String> attributes, boolean raise) {
        return new ColumnOptions(said, groups, new LinkedHashSet<>(attributes), raise);
    }

    /**
     * Decides.
     *
     * @param attribute of the column; the part of an embedded value follows what is said of the whole
     * @param mapped what its mapping says, or null if it comes with its object
     * @param needed whether no object can be made without it
     * @return what becomes of the column
     */
    Loading loading(String attribute, @Nullable Deferral mapped, boolean needed) {
        String whole = wholeOf(attribute);
        Loading own = said.getOrDefault(attribute, said.get(whole));
        if (own != null) {
            return own;
        }
        if (only != null) {
            boolean asked = needed || only.contains(attribute) || only.contains(whole);
            return asked ? Loading.BROUGHT : left(othersRaise);
        }
        return mapped == null || groups.contains(mapped.group()) ? Loading.BROUGHT : left(mapped.raises());
    }

    private static Loading left(boolean raises) {
        return raises ? Loading.RAISING : Loading.DEFERRED;
    }

    /** The embedded value of the class that an attribute is a part of, else the attribute itself. */
    private static String wholeOf(String attribute) {
        int end = attribute.indexOf('.');
        return end < 0 ? attribute : attribute.substring(0, end);
    }
}
