package dev.grapnel.enhancer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which classes the enhancer looks at: those of some packages and their sub-packages, and classes named one by one.
 *
 * <p>In a package, classes with an annotation of {@code jakarta.persistence} ({@code Entity}, {@code MappedSuperclass},
 * {@code Embeddable}) and their subclasses are enhanced. A class that is named is enhanced with or without an annotation:
 * that is for classes which are mapped by the builder. In all other classes around them only the accesses to fields of
 * enhanced classes are replaced.
 *
 * <pre>{@code
 * EnhancementScope.ofPackages("com.acme.orders").withClasses("com.acme.legacy.Customer");
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class EnhancementScope {

    private static final String EVERYTHING = "";

    /** With a slash at the end, so that {@code com.acme} does not cover {@code com.acmeother}. */
    private final Set<String> packagePrefixes;

    private final Set<String> classes;

    private EnhancementScope(Set<String> packagePrefixes, Set<String> classes) {
        this.packagePrefixes = packagePrefixes;
        this.classes = classes;
    }

    /**
     * Returns a scope of packages, each with its sub-packages.
     *
     * @param packages names as {@code com.acme.orders}
     * @throws EnhancementException if a name is empty or cannot be the name of a package
     */
    public static EnhancementScope ofPackages(String... packages) {
        Set<String> prefixes = Arrays.stream(packages)
                .map(name -> checkedName(name, "package"))
                .map(name -> name + "/")
                .collect(Collectors.toCollection(TreeSet::new));
        return new EnhancementScope(prefixes, Set.of());
    }

    /** Returns a scope without limits, for a build that hands over only its own classes. */
    public static EnhancementScope ofEverything() {
        return new EnhancementScope(Set.of(EVERYTHING), Set.of());
    }

    /**
     * Returns this scope and the named classes.
     *
     * @param names binary names as {@code com.acme.Customer} or {@code com.acme.Customer$Address}
     * @throws EnhancementException if a name is empty or cannot be the name of a class
     */
    public EnhancementScope withClasses(String... names) {
        Set<String> all = new TreeSet<>(classes);
        Arrays.stream(names).map(name -> checkedName(name, "class")).forEach(all::add);
        return new EnhancementScope(packagePrefixes, all);
    }

    EnhancementScope and(EnhancementScope other) {
        return new EnhancementScope(joined(packagePrefixes, other.packagePrefixes), joined(classes, other.classes));
    }

    private static Set<String> joined(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String checkedName(String name, String kind) {
        String trimmed = name.strip();
        boolean valid =
                !trimmed.isEmpty() && Arrays.stream(trimmed.split("\\.", -1)).allMatch(EnhancementScope::isIdentifier);
        if (!valid) {
            throw new EnhancementException("Cannot enhance the " + kind + " '" + name + "': this is not the name of a "
                    + kind + ". Write a name such as com.acme.orders" + (kind.equals("class") ? ".Order" : "")
                    + ", without wildcards; sub-packages of a package are included.");
        }
        return trimmed.replace('.', '/');
    }

    private static boolean isIdentifier(String part) {
        return !part.isEmpty()
                && Character.isJavaIdentifierStart(part.charAt(0))
                && part.chars().allMatch(Character::isJavaIdentifierPart);
    }

    boolean isEmpty() {
        return packagePrefixes.isEmpty() && classes.isEmpty();
    }

    boolean hasPackages() {
        return !packagePrefixes.isEmpty();
    }

    boolean isUnlimited() {
        return packagePrefixes.contains(EVERYTHING);
    }

    boolean covers(EnhancementScope other) {
        return other.packagePrefixes.stream().allMatch(this::isInPackages) && classes.containsAll(other.classes);
    }

    /** Returns whether accesses in the class are replaced: it may be enhanced itself or live beside one that is. */
    boolean contains(String internalName) {
        return selects(internalName) || classes.stream().anyMatch(named -> inSamePackage(named, internalName));
    }

    /** Returns whether the class is enhanced if its annotations ask for it. */
    boolean selects(String internalName) {
        return isInPackages(internalName) || names(internalName);
    }

    /** Returns whether the class is named, so that it is enhanced with or without an annotation. */
    boolean names(String internalName) {
        return classes.contains(internalName);
    }

    List<String> namedClasses() {
        return new ArrayList<>(classes);
    }

    private boolean isInPackages(String internalName) {
        return packagePrefixes.stream().anyMatch(internalName::startsWith);
    }

    private static boolean inSamePackage(String some, String other) {
        int end = some.lastIndexOf('/');
        return end == other.lastIndexOf('/') && other.startsWith(some.substring(0, end + 1));
    }

    /** Returns the packages and classes as they are written in messages. */
    @Override
    public String toString() {
        return Stream.concat(
                        packagePrefixes.stream().map(prefix -> prefix.isEmpty() ? "every package" : dotted(prefix)),
                        classes.stream().map(name -> name.replace('/', '.')))
                .collect(Collectors.joining(", "));
    }

    private static String dotted(String prefix) {
        return prefix.substring(0, prefix.length() - 1).replace('/', '.');
    }
}
