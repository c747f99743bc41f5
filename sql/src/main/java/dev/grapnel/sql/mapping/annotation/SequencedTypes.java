package dev.grapnel.sql.mapping.annotation;

/** The interfaces that collections have since Java 21; known by their names, since the library runs on older ones too. */
final class SequencedTypes {
    private static final String COLLECTION = "java.util.SequencedCollection";
    private static final String SET = "java.util.SequencedSet";
    private static final String MAP = "java.util.SequencedMap";

    private SequencedTypes() {}

    /** Whether it is the supertype of lists. */
    static boolean isCollection(Class<?> type) {
        return type.getName().equals(COLLECTION);
    }

    /** What to know of the type to be declared instead of one that cannot be watched; empty if there is nothing. */
    static String advice(Class<?> type) {
        return switch (type.getName()) {
            case SET -> " A java.util.Set keeps the order of insertion as well, without the methods for its ends.";
            case MAP -> " A java.util.Map keeps the order of insertion as well, without the methods for its ends.";
            default -> "";
        };
    }
}
