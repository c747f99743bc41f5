package dev.grapnel.sql.connection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of one transaction over several databases that are prepared and not ended: part 2 of 3 is called {@code name.2of3}.
 *
 * <p>Parts are prepared in order and committed in order. So the last part is prepared only if all are, and is there as long as any is not
 * committed: where it is found, the transaction is to be committed. Parts are rolled back in reverse order, so that a roll-back that is
 * interrupted leaves none that looks like a decision to commit.
 */
final class PreparedGroup {
    private static final Pattern PART = Pattern.compile("(.+)\\.([0-9]{1,4})of([0-9]{1,4})");

    private final String name;
    private final int parts;
    private final NavigableMap<Integer, Prepared> found = new TreeMap<>();

    /** One part. */
    private record Prepared(String name, Engine engine) {}

    /** Tells groups apart: a program may give a name again to a transaction over more or fewer databases. */
    private record Key(String name, int parts) {}

    private PreparedGroup(Key key) {
        this.name = key.name;
        this.parts = key.parts;
    }

    /** The name without the number of the part. */
    String name() {
        return name;
    }

    /** Those whose name begins with a prefix. */
    static Collection<PreparedGroup> find(Collection<Engine> engines, String prefix) {
        Map<Key, PreparedGroup> groups = new LinkedHashMap<>();
        for (Engine engine : engines) {
            for (String name : engine.preparedTransactions().names()) {
                if (name.startsWith(prefix)) {
                    add(groups, name, engine);
                }
            }
        }
        return groups.values();
    }

    private static void add(Map<Key, PreparedGroup> groups, String name, Engine engine) {
        Matcher part = PART.matcher(name);
        boolean several = part.matches();
        String whole = several ? part.group(1) : name;
        int number = several ? Integer.parseInt(part.group(2)) : 1;
        int count = several ? Integer.parseInt(part.group(3)) : 1;
        groups.computeIfAbsent(new Key(whole, count), PreparedGroup::new)
                .found
                .putIfAbsent(number, new Prepared(name, engine));
    }

    boolean isToBeCommitted() {
        return found.containsKey(parts);
    }

    void commit() {
        found.values().forEach(part -> part.engine().preparedTransactions().commit(part.name()));
    }

    void rollback() {
        found.descendingMap()
                .values()
                .forEach(part -> part.engine().preparedTransactions().rollback(part.name()));
    }
}
