package dev.grapnel.core.instrument;

import dev.grapnel.core.state.EnhancedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one class by name and by index.
 *
 * <p>Grows by copying, so that who reads it while an attribute joins sees it before or after. An index never changes its meaning: objects
 * keep their records by it.
 */
final class AttributeTable {
    private final EnhancedType type;
    private volatile Map<String, AttributeTracker> byName = Map.of();
    private volatile List<AttributeTracker> all = List.of();
    private volatile List<EmbeddedTracker> embedded = List.of();
    private volatile String[] names;
    private @Nullable AttributeTracker[] byIndex;
    private volatile int[] unwatchedFields;
    private volatile Expiry expiry;

    AttributeTable(EnhancedType type) {
        this.type = type;
        this.names = new String[type.count()];
        for (int index = 0; index < names.length; index++) {
            names[index] = type.name(index);
        }
        this.byIndex = new AttributeTracker[names.length];
        this.unwatchedFields = findUnwatchedFields();
        this.expiry = new Expiry(type, all, embedded);
    }

    private int[] findUnwatchedFields() {
        return IntStream.range(0, type.count())
                .filter(index -> byIndex[index] == null)
                .toArray();
    }

    /** The index for an attribute: that of its field, or a new one behind all others. */
    int indexFor(String name) {
        int index = type.indexOf(name);
        if (index >= 0) {
            return index;
        }
        int known = Arrays.asList(names).lastIndexOf(name);
        if (known >= 0) {
            return known; // it was there before, and objects have records of that time
        }
        String[] grown = Arrays.copyOf(names, names.length + 1);
        grown[names.length] = name;
        byIndex = Arrays.copyOf(byIndex, grown.length);
        names = grown;
        return grown.length - 1;
    }

    void add(AttributeTracker attribute) {
        Map<String, AttributeTracker> grown = new LinkedHashMap<>(byName);
        grown.put(attribute.name(), attribute);
        replace(attribute.index(), attribute, grown);
    }

    void remove(AttributeTracker attribute) {
        Map<String, AttributeTracker> shrunk = new LinkedHashMap<>(byName);
        shrunk.remove(attribute.name());
        replace(attribute.index(), null, shrunk);
    }

    private void replace(int index, @Nullable AttributeTracker attribute, Map<String, AttributeTracker> changed) {
        @Nullable AttributeTracker[] copy = byIndex.clone();
        copy[index] = attribute;
        byIndex = copy;
        unwatchedFields = findUnwatchedFields();
        byName = Collections.unmodifiableMap(changed);
        divide(changed.values());
        expiry = new Expiry(type, all, embedded);
    }

    private void divide(Collection<AttributeTracker> attributes) {
        List<EmbeddedTracker> containers = new ArrayList<>();
        List<AttributeTracker> holders = new ArrayList<>();
        for (AttributeTracker attribute : attributes) {
            if (attribute instanceof EmbeddedTracker container) {
                containers.add(container);
            } else {
                holders.add(attribute);
            }
        }
        embedded = List.copyOf(containers);
        all = List.copyOf(holders);
    }

    /** Those that hold something of their own. */
    List<AttributeTracker> all() {
        return all;
    }

    /** Those that are made of others. */
    List<EmbeddedTracker> embedded() {
        return embedded;
    }

    Collection<AttributeTracker> withEmbedded() {
        return byName.values();
    }

    Set<String> attributeNames() {
        return byName.keySet();
    }

    /** How the values of all are given up. */
    Expiry expiry() {
        return expiry;
    }

    /** The indexes of fields that are no attributes. */
    // The array itself, since it is read for each object that is made; nobody writes to it.
    int[] unwatchedFields() {
        return unwatchedFields;
    }

    @Nullable AttributeTracker find(String name) {
        return byName.get(name);
    }

    @Nullable AttributeTracker find(int index) {
        return byIndex[index];
    }

    int count() {
        return names.length;
    }

    String name(int index) {
        return names[index];
    }
}
