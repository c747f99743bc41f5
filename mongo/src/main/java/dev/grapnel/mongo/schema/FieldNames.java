package dev.grapnel.mongo.schema;

import dev.grapnel.core.error.MappingException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that declared fields may have in documents. Keys of sub-documents that are not declared may be any text. */
public final class FieldNames {
    private FieldNames() {}

    /**
     * Refuses a name that the server takes for something else.
     *
     * @param name of a field in documents
     * @param field what is to be stored under it, for the message
     * @throws MappingException if it is empty, has a dot or a null character, or begins with a dollar
     */
    public static void require(String name, Object field) {
        if (name.isEmpty() || name.startsWith("$") || name.indexOf('.') >= 0 || name.indexOf('\0') >= 0) {
            throw new MappingException("Cannot store " + field + " under the name '" + name
                    + "': names of fields are not empty, do not begin with a dollar, and have no dot in them, since the server takes those for"
                    + " operators and paths. Choose another name.");
        }
    }

    /**
     * Takes a name for a field; each is taken once.
     *
     * @param name of a field in documents
     * @param field what is to be stored under it
     * @param taken the fields by name, to which this one is added
     * @throws MappingException if another field has it, or none may have it
     */
    public static void take(String name, String field, Map<String, String> taken) {
        require(name, field);
        @Nullable String other = taken.putIfAbsent(name, field);
        if (other != null && !other.equals(field)) {
            throw new MappingException("Cannot store " + field + " under the name '" + name + "': " + other
                    + " is stored there. Give one of them another name.");
        }
    }
}
