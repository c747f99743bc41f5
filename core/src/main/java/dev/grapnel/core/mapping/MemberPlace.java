package dev.grapnel.core.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the store keeps the place of each member of a collection: its position in a list, or its key in a map.
 *
 * @param attributes of the member that have it; none if it stands with the pair of owner and member
 * @param clears whether a member that has left loses it
 * @param keys the class of the keys, if they are mapped objects; else null
 */
public record MemberPlace(
        List<String> attributes, boolean clears, @Nullable Mapper keys) {
    /** Copies the list, so that the place is a value. */
    public MemberPlace {
        attributes = List.copyOf(attributes);
    }

    /** The place stands with the pair of owner and member. */
    public static MemberPlace withPair(@Nullable Mapper keys) {
        return new MemberPlace(List.of(), false, keys);
    }

    /** The names of the attributes of a key that is a mapped object which stand for it, in the order of {@link #attributes}. */
    public List<String> keyAttributes() {
        return keys == null
                ? List.of()
                : keys.keyAttributes().stream().map(key -> key.name()).toList();
    }
}
