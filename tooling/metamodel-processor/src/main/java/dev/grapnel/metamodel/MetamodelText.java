package dev.grapnel.metamodel;

import dev.grapnel.metamodel.Metamodel.Constant;
import dev.grapnel.metamodel.Metamodel.Form;
import dev.grapnel.metamodel.Metamodel.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source text of a metamodel. */
final class MetamodelText {
    private static final String LITTLE_INDENT = "    ";
    private static final String INDENT = "            ";

    private final Metamodel metamodel;
    private final StringBuilder text = new StringBuilder();

    private MetamodelText(Metamodel metamodel) {
        this.metamodel = metamodel;
    }

    static String of(Metamodel metamodel) {
        return new MetamodelText(metamodel).write();
    }

    private String write() {
        if (!metamodel.packageName().isEmpty()) {
            line("package " + metamodel.packageName() + ";", "");
        }
        text.append(imports());
        switch (metamodel.form()) {
            case ENTITY -> entity();
            case EMBEDDABLE -> embeddable();
            case EMBEDDABLE_IN_DOCUMENTS -> embeddableInDocuments();
        }
        return text.toString();
    }

    private void line(String... lines) {
        for (String line : lines) {
            text.append(line).append('\n');
        }
    }

    private String imports() {
        Stream<Kind> base = metamodel.form() == Form.EMBEDDABLE ? Stream.of(Kind.EMBEDDED) : Stream.of();
        Stream<Kind> used = metamodel.constants().stream().map(Constant::kind).filter(kind -> kind != Kind.EMBEDDED);
        Stream<Kind> inDocuments = metamodel.inDocuments() == null ? Stream.of() : Stream.of(Kind.FIELD);
        String imports = Stream.of(base, used, inDocuments)
                .flatMap(kinds -> kinds)
                .map(kind -> "import " + kind.qualifiedName() + ";\n")
                .distinct()
                .sorted()
                .collect(Collectors.joining());
        return imports.isEmpty() ? "" : imports + '\n';
    }

    private void marks() {
        metamodel.marks().forEach(this::line);
        // What there is to say was said at the class itself. Compilers differ: only that of Eclipse knows the word for
        // everything.
        line(
                "@SuppressWarnings({\"all\", \"deprecation\", \"exports\", \"rawtypes\", \"removal\", \"this-escape\", \"unchecked\"})");
        text.append(metamodel.isPublic() ? "public " : "");
    }

    // ---- entities ----

    private void entity() {
        line("/** The attributes of {@link " + metamodel.type() + "}. */");
        marks();
        String superclass = metamodel.superclass() == null ? "" : " extends " + metamodel.superclass();
        line("abstract class " + metamodel.name() + superclass + " {");
        metamodel.constants().forEach(this::constant);
        line(
                "",
                LITTLE_INDENT + "/** Not to be made: only constants are here. */",
                LITTLE_INDENT + "protected " + metamodel.name() + "() {}",
                "}");
    }

    private void constant(Constant constant) {
        String type = constantType(constant, metamodel.type());
        line(
                LITTLE_INDENT + "/** Attribute {@code " + constant.name() + "}. */",
                LITTLE_INDENT + "public static final " + type + " " + constant.name() + " =");
        String owner = metamodel.type() + ".class, \"" + constant.name() + "\"";
        line(
                constant.kind() == Kind.EMBEDDED
                        ? INDENT + "new " + constant.type() + "<>(" + owner + ");"
                        : INDENT + constant.kind().className() + '.'
                                + constant.kind().factory() + '(' + owner + ", " + constant.literal() + ");");
    }

    private static String constantType(Constant constant, String owner) {
        return constant.kind() == Kind.EMBEDDED
                ? constant.type() + '<' + owner + '>'
                : constant.kind().className() + '<' + owner + ", " + constant.type() + '>';
    }

    // ---- embeddables ----

    private void embeddable() {
        line(
                "/**",
                " * The attributes of {@link " + metamodel.type() + "} in a class that holds one.",
                " *",
                " * @param <T> the class that holds one",
                " */");
        marks();
        line("class " + metamodel.name() + "<T> extends EmbeddedAttribute<T, " + metamodel.type() + "> {");
        metamodel.constants().forEach(constant -> part("", constant));
        constructor("", metamodel.name());
        inDocuments();
        line("}");
    }

    /** Names the attributes where only documents hold such objects. */
    private void embeddableInDocuments() {
        line("/** The attributes of {@link " + metamodel.type() + "} in documents. */");
        marks();
        line("abstract class " + metamodel.name() + " {");
        inDocuments();
        line(
                "",
                LITTLE_INDENT + "/** Not to be made: only a class is here. */",
                LITTLE_INDENT + "private " + metamodel.name() + "() {}",
                "}");
    }

    private void inDocuments() {
        List<Constant> parts = metamodel.inDocuments();
        if (parts == null) {
            return;
        }
        line(
                "",
                LITTLE_INDENT + "/**",
                LITTLE_INDENT + " * The attributes of {@link " + metamodel.type()
                        + "} in a class of documents that hold one.",
                LITTLE_INDENT + " *",
                LITTLE_INDENT + " * @param <T> the class of the documents",
                LITTLE_INDENT + " */",
                LITTLE_INDENT + "public static class " + Metamodel.IN_DOCUMENTS + "<T> extends DocumentAttribute<T, "
                        + metamodel.type() + "> {");
        parts.forEach(constant -> part(LITTLE_INDENT, constant));
        constructor(LITTLE_INDENT, Metamodel.IN_DOCUMENTS);
        line(LITTLE_INDENT + "}");
    }

    private void constructor(String within, String name) {
        line(
                "",
                within + LITTLE_INDENT
                        + "/** Names an attribute {@code attribute} of class {@code owner}; called by generated code. */",
                within + LITTLE_INDENT + "public " + name + "(java.lang.Class<T> owner, java.lang.String attribute) {",
                within + LITTLE_INDENT + LITTLE_INDENT + "super(owner, attribute, " + metamodel.type() + ".class);",
                within + LITTLE_INDENT + "}");
    }

    private void part(String within, Constant constant) {
        line(
                within + LITTLE_INDENT + "/** Attribute {@code " + constant.name() + "}. */",
                within + LITTLE_INDENT + "public final " + constantType(constant, "T") + " " + constant.name() + " =");
        line(within + INDENT + partValue(constant) + ";");
    }

    private static String partValue(Constant constant) {
        String path = "path(\"" + constant.name() + "\")";
        return switch (constant.kind()) {
            case COLUMN -> "part(\"" + constant.name() + "\", " + constant.literal() + ")";
            case CONVERTED -> "convertedPart(\"" + constant.name() + "\", " + constant.literal() + ")";
            case EMBEDDED -> "new " + constant.type() + "<>(ownerType(), " + path + ")";
            case REFERENCE, COLLECTION, FIELD ->
                constant.kind().className() + ".of(ownerType(), " + path + ", " + constant.literal() + ")";
        };
    }
}
