package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.format.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Which parameters the operations of the format take. */
final class OperationShapes {
    /** A line for operations of one shape: their names, the parameters they must have, and those they may have. */
    private static final String SHAPES = """
            new : class : values as
            set : target field value :
            unset getattr : target field : as
            append : target field value :
            listset : target field index value :
            listpop : target field : index
            listcall : target field call : args
            slice_assign : target field : value index args
            put : target field key value :
            delete : target :
            flush : : target
            now : what target :
            save expunge : target :
            refresh : target : as
            clear close : :
            get : class id : as
            query_get find_by : class by : as
            find : class : filter options via as
            cursor : cursor call : args kwargs as max
            remove : class : filter via kwargs
            update : class update : filter multi upsert via kwargs
            inst_update : target update : multi upsert kwargs
            find_one_and : what class filter : update return upsert as via
            aggregate : class pipeline : via
            distinct : class field : filter via
            register_extension : ext :
            thread : steps :
            context : value :
            flush_all close_all : :
            ensure_indexes drop_indexes migrate_all : class :
            indexes : collection :
            db_insert : collection doc :
            db_update : collection filter update :
            db_delete db_find : collection : filter
            status original : target :
            same : a b :
            session_of : : target class
            counts : :
            raise : message :
            """;

    private static final Set<String> EVERYWHERE = Set.of("op", "session");
    private static final Map<String, Shape> BY_OPERATION = parse();

    private record Shape(Set<String> required, Set<String> known) {}

    private OperationShapes() {}

    private static Map<String, Shape> parse() {
        Map<String, Shape> shapes = new HashMap<>();
        SHAPES.lines().map(line -> line.split(":", -1)).forEach(parts -> {
            Set<String> required = words(parts[1]);
            Set<String> known = new HashSet<>(EVERYWHERE);
            known.addAll(required);
            known.addAll(words(parts[2]));
            words(parts[0]).forEach(operation -> shapes.put(operation, new Shape(required, known)));
        });
        return shapes;
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.strip().split(" +"));
    }

    /**
     * Reads steps, each of a known operation with the parameters it takes.
     *
     * @param list of steps
     * @param inRule whether a hook does them; only there {@code raise} is one
     * @return the steps
     * @throws FormatException if a step is not of the format
     */
    static List<Step> steps(JsonNode list, boolean inRule) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(json -> step(json, inRule))
                .toList();
    }

    private static Step step(JsonNode json, boolean inRule) {
        String operation = json.path("op").asText();
        Shape shape = BY_OPERATION.get(operation);
        if (shape == null) {
            throw new FormatException("The format knows no operation '" + operation + "' of the step " + json
                    + ". It knows " + String.join(", ", new TreeSet<>(BY_OPERATION.keySet())) + ".");
        }
        if (operation.equals("raise") && !inRule) {
            throw new FormatException("The operation 'raise' belongs into a rule, and not into the steps: " + json);
        }
        String subject = "the operation " + operation;
        Keys.require(json, subject, shape.known());
        shape.required().forEach(parameter -> Keys.value(json, subject, parameter));
        if (json.has("steps")) {
            steps(json.get("steps"), inRule);
        }
        return new Step(json);
    }
}
