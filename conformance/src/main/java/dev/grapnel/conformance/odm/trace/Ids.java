package dev.grapnel.conformance.odm.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.types.ObjectId;

/** Texts of ids: generated ones are numbered in the order in which they are seen; those that the scenario names stay as they are. */
public final class Ids {
    private final Map<ObjectId, String> generated = new HashMap<>();
    private final Set<ObjectId> named = new HashSet<>();

    /**
     * Notes an id that the scenario names.
     *
     * @param hex its text
     * @return the id
     */
    public ObjectId named(String hex) {
        ObjectId id = new ObjectId(hex);
        named.add(id);
        return id;
    }

    String text(ObjectId id) {
        return named.contains(id)
                ? id.toHexString()
                : generated.computeIfAbsent(id, any -> "#" + (generated.size() + 1));
    }
}
