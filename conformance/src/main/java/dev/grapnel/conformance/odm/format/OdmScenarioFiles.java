package dev.grapnel.conformance.odm.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grapnel.conformance.format.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds scenario files of the document format, of which each holds one scenario. */
public final class OdmScenarioFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OdmScenarioFiles() {}

    /**
     * The files of paths, in order.
     *
     * @param paths files, or folders whose own files are meant; a folder without any stands for its folder {@code scenarios}
     * @return files
     * @throws FormatException if a folder holds no scenario file or cannot be read
     */
    public static List<Path> find(List<Path> paths) {
        return paths.stream().flatMap(path -> find(path).stream()).toList();
    }

    private static List<Path> find(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> files = filesOf(path);
        if (files.isEmpty() && Files.isDirectory(path.resolve("scenarios"))) {
            files = filesOf(path.resolve("scenarios"));
        }
        if (files.isEmpty()) {
            throw new FormatException(
                    "The folder " + path + " holds no scenario file. Name a folder with files *.json.");
        }
        return files;
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

    /**
     * Reads a file.
     *
     * @param file of one scenario
     * @return its content as it stands
     * @throws FormatException if it is not readable as JSON
     */
    public static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new FormatException("Cannot read the file " + file + ": " + e.getMessage(), e);
        }
    }
}
