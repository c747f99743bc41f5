package dev.grapnel.conformance.odm.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grapnel.conformance.odm.format.DocumentStep;
import dev.grapnel.conformance.odm.trace.Entries;
import dev.grapnel.conformance.odm.trace.Values;
import dev.grapnel.conformance.odm.trace.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bson.Document;

/** Functions of the document layer: each call is recorded, then the document is changed. */
final class DocumentFunctions {
    private final Values values;
    private final Words words;
    private final Entries entries;

    DocumentFunctions(Values values, Words words, Entries entries) {
        this.values = values;
        this.words = words;
        this.entries = entries;
    }

    /**
     * Makes a function.
     *
     * @param word {@code before_save} or {@code migrate}
     * @param type name of the class
     * @param steps what it does
     * @return the function; it changes the document that it is given
     */
    Consumer<Document> of(String word, String type, List<DocumentStep> steps) {
        return document -> {
            ObjectNode entry = JsonNodeFactory.instance.objectNode();
            entry.put(word, type).set("doc", words.of(document));
            entries.add(entry);
            steps.forEach(step -> apply(step, document));
        };
    }

    private void apply(DocumentStep step, Document document) {
        String field = step.field();
        switch (step.operation()) {
            case "rename" -> {
                if (document.containsKey(field)) {
                    document.put(step.argument().asText(), document.remove(field));
                }
            }
            case "set" -> document.put(field, values.of(step.argument()));
            case "unset" -> document.remove(field);
            default -> {
                if (document.get(field) instanceof String text) {
                    document.put(field, text.toUpperCase(Locale.ROOT));
                }
            }
        }
    }
}
