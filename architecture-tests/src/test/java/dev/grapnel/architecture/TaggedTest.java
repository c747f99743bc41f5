package dev.grapnel.architecture;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A test method with tags of its own.
 *
 * @param name of its class and the method
 * @param tags in the order of the source
 */
record TaggedTest(String name, List<String> tags) {

    /** The rules that it proves. */
    SortedSet<Rule> rules() {
        return tags.stream().filter(Rule::isNumber).map(Rule::of).collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    /** The statements about documents that it proves, without what stands before them in the tag. */
    SortedSet<String> statements() {
        return tags.stream()
                .filter(tag -> tag.startsWith(DocumentStatements.TAG))
                .map(tag -> tag.substring(DocumentStatements.TAG.length()))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }
}
