package dev.grapnel.conformance.odm.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;

/** Compares an outcome with the recorded one, both in the form of the format. */
public final class OdmComparison {
    private final JsonNode expected;
    private final JsonNode actual;

    private OdmComparison(JsonNode expected, JsonNode actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * Finds the first difference.
     *
     * @param expected the recorded outcome
     * @param actual what happened
     * @return the difference, or null if there is none
     */
    public static @Nullable OdmDifference first(JsonNode expected, JsonNode actual) {
        return new OdmComparison(CanonicalForm.of(expected), CanonicalForm.of(actual)).first();
    }

    private @Nullable OdmDifference first() {
        OdmDifference difference = trace(Place.SETUP, expected.path("setup"), actual.path("setup"));
        if (difference == null) {
            difference = value(Place.SETUP, "error", expected.path("setup_error"), actual.path("setup_error"));
        }
        if (difference == null) {
            difference = records("before_model");
        }
        if (difference == null) {
            difference = records("steps");
        }
        return difference == null
                ? value(Place.END, "documents", expected.path("collections"), actual.path("collections"))
                : difference;
    }

    private @Nullable OdmDifference records(String list) {
        int size = Math.max(expected.path(list).size(), actual.path(list).size());
        for (int index = 0; index < size; index++) {
            OdmDifference difference = inRecord(Place.of(list, index));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private @Nullable OdmDifference inRecord(Place place) {
        JsonNode wanted = place.in(expected);
        JsonNode found = place.in(actual);
        OdmDifference difference = inThread(place, wanted, found);
        if (difference == null) {
            difference = trace(place, wanted.path("trace"), found.path("trace"));
        }
        for (String subject : new String[] {"error", "result", "sessions"}) {
            if (difference == null) {
                difference = value(place, subject, wanted.path(subject), found.path(subject));
            }
        }
        return difference;
    }

    private @Nullable OdmDifference inThread(Place place, JsonNode wanted, JsonNode found) {
        int size = Math.max(wanted.path("thread").size(), found.path("thread").size());
        for (int index = 0; index < size; index++) {
            OdmDifference difference = inRecord(place.inThread(index));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable OdmDifference trace(Place place, JsonNode wanted, JsonNode found) {
        for (int at = 0; at < Math.max(wanted.size(), found.size()); at++) {
            if (!wanted.path(at).equals(found.path(at))) {
                return new OdmDifference(place, "trace", at, wanted.get(at), found.get(at));
            }
        }
        return null;
    }

    private static @Nullable OdmDifference value(Place place, String subject, JsonNode wanted, JsonNode found) {
        return present(wanted).equals(present(found)) ? null : new OdmDifference(place, subject, -1, wanted, found);
    }

    /** What is absent means the same as null, and as no session or collection; an empty list as a result does not. */
    private static JsonNode present(JsonNode node) {
        boolean absent = node.isMissingNode() || (node.isObject() && node.isEmpty());
        return absent ? NullNode.getInstance() : node;
    }
}
