package dev.grapnel.architecture;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules of {@code docs/spec}, and those of them that have no counterpart here. */
final class Specification {

    /** A rule begins its line, as an item of a list or as the first cell of a table. */
    private static final Pattern RULE = Pattern.compile("(?m)^(?:\\* \\*\\*|\\| )([A-Z]-[0-9]+)(?:\\*\\*| \\|)");

    private static final Pattern NOT_APPLICABLE = Pattern.compile("([A-Z]-[0-9]+) +(\\S.*)");

    private Specification() {}

    /** All rules, in order. */
    static SortedSet<Rule> rules() {
        return SourceTree.filesIn(SourceTree.root().resolve("docs/spec"), ".md").stream()
                .map(SourceTree::read)
                .flatMap(page -> RULE.matcher(page).results())
                .map((MatchResult found) -> Rule.of(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rules that cannot be tested, and why. */
    static Map<Rule, String> notApplicable() {
        Path file = SourceTree.root().resolve("architecture-tests/src/test/resources/rules-not-applicable.txt");
        return SourceTree.read(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> Rule.of(parsed(line).group(1)),
                        line -> parsed(line).group(2),
                        Specification::listedTwice,
                        TreeMap::new));
    }

    private static MatchResult parsed(String line) {
        Matcher match = NOT_APPLICABLE.matcher(line);
        if (!match.matches()) {
            throw new IllegalStateException("'" + line + "' in rules-not-applicable.txt is no rule with its reason."
                    + " A line looks like: E-18 there is no asynchronous session");
        }
        return match;
    }

    private static String listedTwice(String one, String other) {
        throw new IllegalStateException(
                "A rule stands twice in rules-not-applicable.txt, as '" + one + "' and as '" + other + "'.");
    }
}
