package dev.grapnel.testkit.cascade;

import java.util.Collection;

/** An entity that others belong to, with the method that programs for JPA write to keep both sides right. */
interface Owner {
    Integer id();

    <P extends Part> Collection<P> parts();

    default void add(Part part, Order order) {
        if (order == Order.OWNER_FIRST) {
            part.owner(this);
        }
        parts().add(part);
        if (order == Order.COLLECTION_FIRST) {
            part.owner(this);
        }
    }

    /** Which side is written first. */
    enum Order {
        OWNER_FIRST,
        COLLECTION_FIRST
    }
}
