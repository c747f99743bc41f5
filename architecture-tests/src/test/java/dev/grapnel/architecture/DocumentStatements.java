package dev.grapnel.architecture;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The numbered statements of {@code docs/spec/odm.md}, and those of them that have no place in Java. */
final class DocumentStatements {
    /** How the tag of a test begins that proves one. */
    static final String TAG = "ODM-";

    /** A statement begins its line. */
    private static final Pattern STATEMENT = Pattern.compile("(?m)^([A-Z][0-9]+)\\. ");

    /** Where {@code docs/differences.md} names the statements that Java answers in another way. */
    private static final String OF_JAVA = "What follows from Java rather than from a choice:";

    private static final Pattern NAMED = Pattern.compile("\\b[A-Z][0-9]+\\b");

    private DocumentStatements() {}

    /** All statements. */
    static SortedSet<String> all() {
        return STATEMENT
                .matcher(SourceTree.read(SourceTree.root().resolve("docs/spec/odm.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The statements that Java answers in another way. One that is repaired is none of them: its repair has a test. */
    static SortedSet<String> ofJava() {
        String page = SourceTree.read(SourceTree.root().resolve("docs/differences.md"));
        return page.substring(page.indexOf(OF_JAVA))
                .lines()
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> NAMED.matcher(line).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
