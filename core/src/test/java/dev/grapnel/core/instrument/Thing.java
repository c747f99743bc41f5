package dev.grapnel.core.instrument;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One attribute of each kind, managed without a mapper or a session. */
@Entity
public class Thing implements Comparable<Thing> {
    @Id
    public String name;

    public Thing reference;
    public List<Thing> list = new ArrayList<>();
    public Set<Thing> set = new LinkedHashSet<>();
    public Map<String, Thing> map = new LinkedHashMap<>();
    public NavigableSet<Thing> sorted = new TreeSet<>();
    public NavigableMap<String, Thing> tree = new TreeMap<>();

    public Thing(String name) {
        this.name = name;
    }

    /** Puts the class under watch; release it after the test. */
    public static ClassManager manage() {
        ClassManager manager = ClassManager.manage(Thing.class, null);
        manager.addScalar("name", "name");
        manager.addReference("reference", "reference");
        manager.addCollection("list", "list", CollectionKind.LIST);
        manager.addCollection("set", "set", CollectionKind.SET);
        manager.addCollection("map", "map", CollectionKind.mapBy(element -> ((Thing) element).name));
        manager.addCollection("sorted", "sorted", CollectionKind.sortedSet(null));
        manager.addCollection("tree", "tree", CollectionKind.sortedMapBy(element -> ((Thing) element).name, null));
        return manager;
    }

    @Override
    public int compareTo(Thing other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
