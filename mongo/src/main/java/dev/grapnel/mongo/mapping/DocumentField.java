package dev.grapnel.mongo.mapping;

import dev.grapnel.mongo.schema.FieldSchema;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of a document, as it is mapped.
 *
 * @param attribute the name in the class
 * @param storedName the name in the document
 * @param schema what it holds; null for a foreign id, which holds what the id of its target does
 * @param target the class whose ids it holds, or null
 * @param list whether it holds a list of ids
 * @param options what else is said
 */
record DocumentField(
        String attribute,
        String storedName,
        @Nullable FieldSchema schema,
        @Nullable Class<?> target,
        boolean list,
        Set<FieldOption> options) {

    static DocumentField plain(String attribute, String storedName, FieldSchema schema, FieldOption... options) {
        return new DocumentField(attribute, storedName, schema, null, false, setOf(options));
    }

    static DocumentField foreign(
            String attribute, String storedName, Class<?> target, boolean list, FieldOption... options) {
        return new DocumentField(attribute, storedName, null, target, list, setOf(options));
    }

    private static Set<FieldOption> setOf(FieldOption... options) {
        Set<FieldOption> all = EnumSet.noneOf(FieldOption.class);
        all.addAll(Set.of(options));
        return all;
    }

    boolean has(FieldOption option) {
        return options.contains(option);
    }

    boolean isForeign() {
        return target != null;
    }

    /** The index that its options ask for, or null. */
    @Nullable IndexDeclaration index() {
        return IndexDeclaration.asked(storedName, options);
    }
}
