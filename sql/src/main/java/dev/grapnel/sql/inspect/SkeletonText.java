package dev.grapnel.sql.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The text of a class while it grows: imports as names are used, annotations, then the fields. */
final class SkeletonText {
    private static final String JPA = "jakarta.persistence.";

    private final String packageName;
    private final String className;
    private final Set<String> imports = new TreeSet<>();
    private final List<String> annotations = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();

    SkeletonText(String packageName, String className) {
        this.packageName = packageName;
        this.className = className;
    }

    String className() {
        return className;
    }

    /** Uses a name of JPA. */
    String jpa(String name) {
        return use(JPA + name);
    }

    /** Uses a class by its full name; gives what stands in the text. */
    String use(String type) {
        int dot = type.lastIndexOf('.');
        if (dot < 0) {
            return type;
        }
        String simple = type.substring(dot + 1);
        if (simple.equals(className)) {
            return type;
        }
        imports.add(type);
        return simple;
    }

    void annotate(String annotation) {
        annotations.add("@" + annotation);
    }

    void field(List<String> lines, String type, String name) {
        body.append('\n');
        lines.forEach(line -> body.append("    ").append(line).append('\n'));
        body.append("    private ").append(type).append(' ').append(name).append(";\n");
    }

    void nested(String text) {
        body.append('\n').append(text.indent(4));
    }

    /** A word in the form of a literal. */
    static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        imports.forEach(type -> text.append("import ").append(type).append(";\n"));
        text.append('\n');
        annotations.forEach(annotation -> text.append(annotation).append('\n'));
        return text.append("public class ")
                .append(className)
                .append(" {")
                .append(body)
                .append("}\n")
                .toString();
    }
}
