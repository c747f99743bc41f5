package dev.grapnel.enhancer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A program with a random hierarchy of entities, and a driver that tells in one text what their objects do.
 *
 * <p>It is written in Java 8, so that every class file version can be tried. The same seed gives the same program.
 */
final class RandomProgram {

    private static final Map<String, List<String>> LITERALS = Map.of(
            "boolean", List.of("true", "false"),
            "byte", List.of("(byte) 1", "(byte) -7"),
            "short", List.of("(short) 2", "(short) 300"),
            "char", List.of("'c'", "'\\u00e9'"),
            "int", List.of("3", "70000", "-1"),
            "long", List.of("4L", "1L << 40"),
            "float", List.of("5.5f", "-0f"),
            "double", List.of("6.25", "1e300"),
            "String", List.of("\"s\"", "null", "(\"t\" + 1)"),
            "List<String>", List.of("null", "new ArrayList<String>(Arrays.asList(\"l\"))"));

    private static final List<String> TYPES =
            LITERALS.keySet().stream().sorted().toList();
    private static final List<String> VISIBILITIES = List.of("private ", "protected ", "", "public ");
    private static final List<String> ANNOTATIONS = List.of("@Entity ", "@MappedSuperclass ", "@Embeddable ", "");

    private final Random random;
    private final List<Shape> shapes = new ArrayList<>();
    private int names;

    private record Variable(String type, String name) {}

    private record Shape(String name, List<Variable> visible, List<List<Variable>> constructors) {}

    RandomProgram(long seed) {
        this.random = new Random(seed);
    }

    String[] sources() {
        int depth = 1 + random.nextInt(4);
        List<String> sources = IntStream.range(0, depth).mapToObj(this::entity).collect(Collectors.toList());
        sources.add(driver());
        return sources.toArray(String[]::new);
    }

    private String entity(int level) {
        Shape parent = level == 0 ? null : shapes.get(level - 1);
        String name = "C" + level;
        List<Variable> visible = new ArrayList<>(parent == null ? List.of() : parent.visible());
        StringBuilder source =
                new StringBuilder(pick(ANNOTATIONS)).append("class ").append(name);
        source.append(parent == null ? "" : " extends " + parent.name()).append(" {\n");
        List<Variable> all = new ArrayList<>(visible);
        List<Variable> own = new ArrayList<>();
        List<Variable> finals = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            Variable field = new Variable(pick(TYPES), "f" + level + "_" + i);
            own.add(field);
            String modifiers = field(source, field);
            (modifiers.contains("final") ? finals : modifiers.contains("private") ? all : visible).add(field);
        }
        all.addAll(visible);
        all.addAll(finals);
        List<List<Variable>> constructors = constructors(source, name, parent, all, finals);
        methods(source, parent, all, own, finals);
        shapes.add(new Shape(name, visible, constructors));
        return source.append("}\n").toString();
    }

    private String field(StringBuilder source, Variable field) {
        int kind = random.nextInt(10);
        String modifiers = pick(VISIBILITIES) + (kind == 0 ? "transient " : kind < 3 ? "final " : "");
        boolean initialized = kind >= 3 && random.nextBoolean();
        source.append(modifiers).append(field.type()).append(' ').append(field.name());
        source.append(initialized ? " = " + literal(field.type()) : "").append(";\n");
        return modifiers;
    }

    private List<List<Variable>> constructors(
            StringBuilder source, String name, Shape parent, List<Variable> fields, List<Variable> finals) {
        List<Variable> parameters = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            parameters.add(new Variable(pick(TYPES), "p" + i));
        }
        source.append(name).append("(").append(declared(parameters)).append(") {\n");
        if (parent != null) {
            source.append("super(")
                    .append(values(parent.constructors().get(0), parameters))
                    .append(");\n");
        }
        finals.forEach(field -> source.append(field.name())
                .append(" = ")
                .append(value(field.type(), parameters))
                .append(";\n"));
        List<Variable> readable = new ArrayList<>(fields);
        readable.addAll(parameters);
        statements(source, assignable(fields, finals), readable, 2);
        source.append("}\n");
        List<Variable> extra = List.of(new Variable("Object", "o"), new Variable("long", "x"));
        source.append(name).append("(").append(declared(extra)).append(") { this(");
        source.append(values(parameters, List.of(extra.get(1)))).append(");\n");
        statements(source, assignable(fields, finals), readable(fields, extra), 1);
        source.append("}\n");
        return List.of(parameters, extra);
    }

    private static List<Variable> assignable(List<Variable> fields, List<Variable> finals) {
        return fields.stream().filter(field -> !finals.contains(field)).toList();
    }

    private static List<Variable> readable(List<Variable> fields, List<Variable> more) {
        List<Variable> all = new ArrayList<>(fields);
        all.addAll(more);
        return all;
    }

    private void statements(StringBuilder source, List<Variable> fields, List<Variable> readable, int depth) {
        for (int i = random.nextInt(4); i > 0 && !fields.isEmpty(); i--) {
            Variable field = pick(fields);
            String assignment = "this." + field.name() + " = " + value(field.type(), readable) + ";\n";
            switch (depth == 0 ? 0 : random.nextInt(7)) {
                case 1 -> nested(source, "if (flag()) {\n", fields, readable, depth, "} else {" + assignment + "}\n");
                case 2 -> {
                    String loop = "i" + ++names;
                    String head = "for (int " + loop + " = 0; " + loop + " < 3; " + loop + "++) {\n";
                    nested(source, head, fields, readable, depth, "}\n");
                }
                case 3 ->
                    nested(
                            source,
                            "try {\n",
                            fields,
                            readable,
                            depth,
                            "fail(); } catch (IllegalStateException e) {" + assignment + "} finally { count++; }\n");
                case 4 ->
                    source.append("new Object() { void run() { C")
                            .append(shapes.size())
                            .append(".this.")
                            .append(field.name())
                            .append(" = ")
                            .append(literal(field.type()))
                            .append("; } }.run();\n");
                case 5 -> {
                    String lambda = "r" + ++names;
                    source.append("Runnable ")
                            .append(lambda)
                            .append(" = () -> { ")
                            .append(field.name())
                            .append(" = ");
                    source.append(literal(field.type()))
                            .append("; }; ")
                            .append(lambda)
                            .append(".run();\n");
                }
                case 6 ->
                    nested(
                            source,
                            "switch (count % 3) { case 0: {\n",
                            fields,
                            readable,
                            depth,
                            "} case 1: " + assignment + " break; default: count += 2; }\n");
                default -> source.append(numeric(field.type()) ? "this." + field.name() + " += 1;\n" : assignment);
            }
        }
    }

    private void nested(
            StringBuilder source, String head, List<Variable> fields, List<Variable> readable, int depth, String tail) {
        source.append(head);
        statements(source, fields, readable, depth - 1);
        source.append(tail);
    }

    private void methods(
            StringBuilder source, Shape parent, List<Variable> fields, List<Variable> own, List<Variable> finals) {
        source.append("void change() { ").append(parent == null ? "" : "super.change();\n");
        statements(source, assignable(fields, finals), fields, 2);
        source.append("}\nString show() { return ").append(parent == null ? "\"\"" : "super.show()");
        own.forEach(field -> source.append(" + \",\" + ").append(field.name()));
        source.append("; }\n");
        if (parent == null) {
            source.append("transient int count = 1; boolean flag() { return count++ % 2 == 0; }\n");
            source.append("void fail() { if (flag()) throw new IllegalStateException(); }\n");
        }
    }

    private String driver() {
        StringBuilder source =
                new StringBuilder("class Driver { static String run() { StringBuilder out = new StringBuilder();\n");
        for (Shape shape : shapes) {
            for (List<Variable> constructor : shape.constructors()) {
                source.append("{ ")
                        .append(shape.name())
                        .append(" o = new ")
                        .append(shape.name())
                        .append("(");
                source.append(values(constructor, List.of())).append("); out.append(o.show()); ");
                source.append("o.change(); out.append(o.show()).append('\\n'); }\n");
            }
        }
        return source.append("return out.toString(); } }").toString();
    }

    private static String declared(List<Variable> variables) {
        return variables.stream().map(each -> each.type() + " " + each.name()).collect(Collectors.joining(", "));
    }

    private String values(List<Variable> wanted, List<Variable> known) {
        return wanted.stream()
                .map(each -> "(" + each.type() + ") (" + value(each.type(), known) + ")")
                .collect(Collectors.joining(", "));
    }

    private String value(String type, List<Variable> known) {
        List<String> candidates = known.stream()
                .filter(each -> each.type().equals(type))
                .map(Variable::name)
                .toList();
        String some = candidates.isEmpty() || random.nextInt(3) == 0 ? literal(type) : pick(candidates);
        String test = "System.nanoTime() " + (random.nextBoolean() ? "!=" : "==") + " 0";
        return random.nextInt(3) == 0 ? "(" + test + " ? " + some + " : " + literal(type) + ")" : some;
    }

    private String literal(String type) {
        return type.equals("Object") ? "new Object().toString().length() > 0 ? null : \"o\"" : pick(LITERALS.get(type));
    }

    private static boolean numeric(String type) {
        return List.of("byte", "short", "char", "int", "long", "float", "double", "String")
                .contains(type);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
