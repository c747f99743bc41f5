package dev.grapnel.architecture;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which tests prove which rule.
 *
 * @param tests for each rule of the specification the tests that carry its number, which may be none
 * @param notApplicable the rules that need no test, and why
 */
record RuleReport(SortedMap<Rule, SortedSet<String>> tests, Map<Rule, String> notApplicable) {

    static RuleReport of(SortedSet<Rule> rules, List<TaggedTest> tagged, Map<Rule, String> notApplicable) {
        SortedMap<Rule, SortedSet<String>> tests = new TreeMap<>();
        rules.forEach(rule -> tests.put(rule, new TreeSet<>()));
        for (TaggedTest test : tagged) {
            for (Rule rule : test.rules()) {
                tests.getOrDefault(rule, new TreeSet<>()).add(test.name());
            }
        }
        return new RuleReport(tests, notApplicable);
    }

    /** The rules of a family that nothing proves and nothing excuses. */
    List<Rule> missingIn(String family) {
        return missing().stream().filter(rule -> rule.family().equals(family)).toList();
    }

    /** All rules that nothing proves and nothing excuses. */
    List<Rule> missing() {
        return tests.keySet().stream()
                .filter(rule -> tests.get(rule).isEmpty() && !notApplicable.containsKey(rule))
                .toList();
    }

    /** The letters of all families. */
    SortedSet<String> families() {
        return tests.keySet().stream().map(Rule::family).collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    /** One line for each family that has rules without a test. */
    String summary() {
        return families().stream()
                .filter(family -> !missingIn(family).isEmpty())
                .map(family -> family + ": " + missingIn(family).size() + " of " + rulesIn(family)
                        + " rules have no test: " + numbers(missingIn(family)))
                .collect(joining("\n"));
    }

    /** The whole report as a page. */
    String toMarkdown() {
        return "# Rules and their tests\n\n"
                + "A test proves the rules of docs/spec whose numbers it carries as tags.\n\n"
                + "## Rules without a test\n\n"
                + (missing().isEmpty() ? "None." : summary().replaceAll("(?m)^", "* "))
                + "\n\n## All rules\n\n| Rule | Tests |\n|---|---|\n"
                + tests.keySet().stream().map(this::row).collect(joining());
    }

    private String row(Rule rule) {
        String cell = tests.get(rule).stream().map(test -> '`' + test + '`').collect(joining("<br>"));
        String excuse = notApplicable.containsKey(rule) ? "not applicable: " + notApplicable.get(rule) : "**none**";
        return "| " + rule + " | " + (cell.isEmpty() ? excuse : cell) + " |\n";
    }

    private long rulesIn(String family) {
        return tests.keySet().stream()
                .filter(rule -> rule.family().equals(family))
                .count();
    }

    private static String numbers(List<Rule> rules) {
        return rules.stream().map(Rule::toString).collect(joining(", "));
    }
}
