package dev.grapnel.mongo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of a session by class and id (statement ODM-I1). */
public interface IdentityMap {
    /**
     * One object.
     *
     * @param type the class that its document is in; a superclass of the object's class, or that class itself
     * @param id the value of {@code _id}
     * @return the object, or null
     */
    @Nullable Object get(Class<?> type, @Nullable Object id);

    /** All entries; a copy. */
    List<Entry> entries();

    /**
     * One entry.
     *
     * @param root the class at the head of the hierarchy
     * @param id the value of {@code _id} when the object was put in
     * @param object the object
     */
    record Entry(Class<?> root, @Nullable Object id, Object object) {}
}
