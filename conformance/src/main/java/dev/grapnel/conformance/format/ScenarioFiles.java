package dev.grapnel.conformance.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads scenario files. */
public final class ScenarioFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODELS = "models.json";
    private static final String SCENARIOS = "scenarios";

    private ScenarioFiles() {}

    /**
     * Reads all scenarios of files and folders, corners that are hardly designed last.
     *
     * @param paths files, or folders whose own files are read; folders in them are not
     * @return the scenarios
     * @throws FormatException if a path cannot be read, or a file that was named holds no scenarios
     */
    public static List<Scenario> read(List<Path> paths) {
        List<Scenario> found = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                filesOf(path).forEach(file -> addTo(found, file, false));
            } else {
                addTo(found, path, true);
            }
        }
        found.sort(Comparator.comparing(Scenario::edge));
        return found;
    }

    private static List<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FormatException("Cannot list the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void addTo(List<Scenario> found, Path file, boolean named) {
        if (!named && file.endsWith(MODELS)) {
            return;
        }
        JsonNode json = tree(file);
        if (json.has(SCENARIOS)) {
            String area = json.path("area").asText();
            json.get(SCENARIOS).forEach(scenario -> found.add(Scenario.read(area, scenario)));
        } else if (named) {
            throw new FormatException("The file " + file + " has no 'scenarios'. Name a scenario file.");
        }
    }

    static JsonNode tree(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new FormatException("Cannot read the file " + file + ": " + e.getMessage(), e);
        }
    }
}
