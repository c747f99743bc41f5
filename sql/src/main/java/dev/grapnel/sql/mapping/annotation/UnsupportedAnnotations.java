package dev.grapnel.sql.mapping.annotation;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/** What to do instead of what is not supported. */
final class UnsupportedAnnotations {
    private static final Map<String, String> ADVICE = new HashMap<>();
    private static final Map<String, String> MEMBER_ADVICE = Map.of(
            "columnDefinition", " and make the table by a script of your own",
            "options", " and make the table by a script of your own",
            "check", " and make the table by a script of your own",
            "comment", " and make the table by a script of your own",
            "indexes", " and make the index by a script of your own",
            "uniqueConstraints", " and make the table by a script of your own",
            "foreignKeyDefinition", " and make the table by a script of your own",
            "foreignKey", " and put it into the @JoinColumn if there is one",
            "catalog", " and use schema, or connect to that catalog",
            "table", " and map the other table by a class of its own with @OneToOne");

    static {
        String queries = ". Write the query in code, with session.query(…).";
        String injection = ": it is no mapping. Take sessions from a SessionFactory.";
        String graphs = ". Name the relationships to load in the query.";
        advise(queries, "NamedQuery", "NamedQueries", "NamedNativeQuery", "NamedNativeQueries", "QueryHint");
        advise(queries, "NamedStoredProcedureQuery", "NamedStoredProcedureQueries");
        advise(queries, "SqlResultSetMapping", "SqlResultSetMappings");
        advise(graphs, "NamedEntityGraph", "NamedEntityGraphs");
        advise(injection, "PersistenceContext", "PersistenceContexts", "PersistenceUnit", "PersistenceUnits");
        advise(": it is for classes that implement AttributeConverter. Leave it out.", "Converter");
        advise(". Objects are cached by session; leave it out.", "Cacheable");
    }

    private UnsupportedAnnotations() {}

    private static void advise(String advice, String... annotations) {
        for (String annotation : annotations) {
            ADVICE.put(annotation, advice);
        }
    }

    /** The rest of a sentence that says that an annotation is not supported, and a sentence about what to do. */
    static String advice(Class<? extends Annotation> annotation) {
        return ADVICE.getOrDefault(annotation.getSimpleName(), " here. Leave it out.");
    }

    /** The rest of a sentence that says to leave a member out. */
    static String memberAdvice(Method member) {
        return MEMBER_ADVICE.getOrDefault(member.getName(), "");
    }
}
