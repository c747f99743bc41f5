package dev.grapnel.core.mapping;

import java.util.List;

/**
 * Where the store keeps the place of each member of a collection: its position in a list.
 *
 * @param attributes of the member that have it; none if it stands with the pair of owner and member
 * @param clears whether a member that has left loses it
 */
public record MemberPlace(List<String> attributes, boolean clears) {
    /** The place stands with the pair of owner and member. */
    public static final MemberPlace WITH_PAIR = new MemberPlace(List.of(), false);

    /** Copies the list, so that the place is a value. */
    public MemberPlace {
        attributes = List.copyOf(attributes);
    }

    /** Whether it stands with the member, and not with the pair of owner and member. */
    public boolean isInMember() {
        return !attributes.isEmpty();
    }
}
