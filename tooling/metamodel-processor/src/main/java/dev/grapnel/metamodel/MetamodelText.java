package dev.grapnel.metamodel;

import dev.grapnel.metamodel.Metamodel.Constant;
import java.util.stream.Collectors;

/** The source text of a metamodel. */
final class MetamodelText {
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
            text.append("package ").append(metamodel.packageName()).append(";\n\n");
        }
        text.append(imports());
        head();
        metamodel.constants().forEach(this::constant);
        text.append("\n    /** Not to be made: only constants are here. */\n    protected ")
                .append(metamodel.name())
                .append("() {}\n}\n");
        return text.toString();
    }

    private String imports() {
        String imports = metamodel.constants().stream()
                .map(constant -> "import " + constant.kind().qualifiedName() + ";\n")
                .distinct()
                .sorted()
                .collect(Collectors.joining());
        return imports.isEmpty() ? "" : imports + '\n';
    }

    private void head() {
        text.append("/** The attributes of {@link ").append(metamodel.entity()).append("}. */\n");
        if (metamodel.isMarkedGenerated()) {
            text.append("@javax.annotation.processing.Generated(\"dev.grapnel.metamodel\")\n");
        }
        text.append("@SuppressWarnings(\"rawtypes\")\n")
                .append(metamodel.isPublic() ? "public " : "")
                .append("abstract class ")
                .append(metamodel.name());
        if (metamodel.superclass() != null) {
            text.append(" extends ").append(metamodel.superclass());
        }
        text.append(" {\n");
    }

    private void constant(Constant constant) {
        String kind = constant.kind().className();
        text.append("    /** Attribute {@code ").append(constant.name()).append("}. */\n");
        text.append("    public static final %s<%s, %s> %s =%n"
                .formatted(kind, metamodel.entity(), constant.type(), constant.name())
                .replace(System.lineSeparator(), "\n"));
        text.append("            %s.of(%s.class, \"%s\", %s.class);\n"
                .formatted(kind, metamodel.entity(), constant.name(), constant.erasure()));
    }
}
