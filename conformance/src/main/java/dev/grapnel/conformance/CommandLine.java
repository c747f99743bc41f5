package dev.grapnel.conformance;

import dev.grapnel.conformance.compare.Tier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for.
 *
 * @param odm whether the scenarios are of the document format
 * @param database the kind of database
 * @param tier how much is compared
 * @param verbose whether passed scenarios are named too, and failed ones in full
 * @param missing whether only the name and what is missing is printed for each failed scenario
 * @param paths scenario files, or folders of them
 */
record CommandLine(boolean odm, String database, Tier tier, boolean verbose, boolean missing, List<Path> paths) {
    private static final String USAGE =
            "Usage: run [--db sqlite|h2|postgresql] [--tier 1|2] [--verbose] [--missing] PATH..., or run --odm [--verbose] [--missing] PATH...";

    static CommandLine parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        String database = "sqlite";
        Tier tier = Tier.BEHAVIOUR;
        boolean odm = false;
        boolean verbose = false;
        boolean missing = false;
        List<Path> paths = new ArrayList<>();
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            switch (argument) {
                case "--db" -> database = valueOf(argument, rest);
                case "--tier" -> tier = tier(valueOf(argument, rest));
                case "--odm" -> odm = true;
                case "--verbose" -> verbose = true;
                case "--missing" -> missing = true;
                default -> paths.add(path(argument));
            }
        }
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("No path is given. " + USAGE);
        }
        return new CommandLine(odm, database, tier, verbose, missing, paths);
    }

    private static String valueOf(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("Option " + option + " needs a value. " + USAGE);
        }
        return rest.pop();
    }

    private static Tier tier(String number) {
        return switch (number) {
            case "1" -> Tier.BEHAVIOUR;
            case "2" -> Tier.STATEMENTS;
            default -> throw new IllegalArgumentException("There is no tier '" + number + "'. " + USAGE);
        };
    }

    private static Path path(String argument) {
        if (argument.startsWith("--")) {
            throw new IllegalArgumentException("There is no option " + argument + ". " + USAGE);
        }
        Path path = Path.of(argument);
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("There is no file or folder " + path + ".");
        }
        return path;
    }
}
