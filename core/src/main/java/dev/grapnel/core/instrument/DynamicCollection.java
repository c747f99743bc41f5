package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * A collection that is asked for anew each time: an iteration flushes what is queued, if the session flushes by itself, and runs a query. Nothing
 * is kept.
 *
 * <pre>{@code
 * @OneToMany(mappedBy = "author")
 * @OrderBy("id")
 * DynamicCollection<Post> posts;
 *
 * author.posts.add(post);
 * for (Post each : author.posts) { … }   // flush, SELECT
 * }</pre>
 *
 * <p>Of an object without a row it gives what is queued. Refined questions, set-based changes and deletions begin with
 * {@code session.members(author, Author_.posts)}. Assigning the field asks for the former members, and tells of each that joins or leaves.
 *
 * @param <E> the class of the members
 */
public final class DynamicCollection<E> extends QueuedCollection<E> implements Iterable<E> {
    private static final long serialVersionUID = 1L;

    DynamicCollection(QueueTracker attribute, InstanceState owner) {
        super(attribute, owner);
    }

    private DynamicCollection(Collection<? extends E> elements) {
        super(elements);
    }

    /**
     * Makes a collection to be assigned.
     *
     * @param elements the first members
     * @param <E> their class
     * @return a collection that belongs to nobody
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E> DynamicCollection<E> of(E... elements) {
        return copyOf(Arrays.asList(elements));
    }

    /**
     * Makes a collection to be assigned.
     *
     * @param elements the first members
     * @param <E> their class
     * @return a collection that belongs to nobody
     */
    public static <E> DynamicCollection<E> copyOf(Collection<? extends E> elements) {
        return new DynamicCollection<>(elements);
    }

    /**
     * Asks for the members.
     *
     * @return the members in the order of the mapping; a list of its own, which nothing follows
     * @throws dev.grapnel.core.error.DetachedInstanceException if the owner has a row and no session
     */
    public List<E> list() {
        return Collections.unmodifiableList(members());
    }

    /** As {@link #list()}; the iterator cannot remove. */
    @Override
    public Iterator<E> iterator() {
        return list().iterator();
    }
}
