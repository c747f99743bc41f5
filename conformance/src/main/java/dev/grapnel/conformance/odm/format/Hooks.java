package dev.grapnel.conformance.odm.format;

import dev.grapnel.conformance.format.FormatException;
import java.util.Set;
import java.util.TreeSet;

/** The hooks of the two kinds of extensions, by the names of the format. */
final class Hooks {
    private static final Set<String> MAPPER = Set.of(
            "before_insert",
            "after_insert",
            "before_update",
            "after_update",
            "before_delete",
            "after_delete",
            "before_remove",
            "after_remove");
    private static final Set<String> SESSION = ofSession();

    private Hooks() {}

    private static Set<String> ofSession() {
        Set<String> hooks = new TreeSet<>(MAPPER);
        hooks.addAll(
                Set.of("before_flush", "after_flush", "cursor_created", "before_cursor_next", "after_cursor_next"));
        return hooks;
    }

    /**
     * Requires that there is a hook.
     *
     * @param hook name
     * @param subject that names it
     * @param mapper whether hooks of mappers are meant
     * @return the name
     */
    static String known(String hook, String subject, boolean mapper) {
        Set<String> hooks = mapper ? MAPPER : SESSION;
        if (!hooks.contains(hook)) {
            throw new FormatException("There is no hook '" + hook + "' for " + subject + ". There are "
                    + String.join(", ", new TreeSet<>(hooks)) + ".");
        }
        return hook;
    }
}
