package dev.grapnel.conformance.odm.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that come with the runner. */
final class Resources {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Resources() {}

    static JsonNode read(String name) {
        try (InputStream file = Resources.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The file " + name + " is missing in the runner. Build it anew.");
            }
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file " + name + " of the runner.", e);
        }
    }
}
