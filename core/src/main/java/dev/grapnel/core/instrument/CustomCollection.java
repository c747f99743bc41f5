package dev.grapnel.core.instrument;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of collection classes of one's own (rule A-25): extend it, and declare fields of relationships as the new class.
 *
 * <pre>{@code
 * public class Playlist extends CustomCollection<Song> {
 *     private final Deque<Song> songs = new ArrayDeque<>();
 *
 *     protected void appendElement(Song song) { songs.add(song); }           // the appender
 *     protected void removeElement(Song song) { songs.remove(song); }        // the remover
 *     protected Iterator<Song> elementIterator() { return songs.iterator(); } // the iterator
 *
 *     public void playNext(Song song) { songs.addFirst(joining(song)); }     // a method that adds
 *     public void skip(Song song) { leaving(song); songs.remove(song); }     // a method that removes
 * }
 * }</pre>
 *
 * <p>The three roles store, forget and list; they fire nothing, and the engine uses them to load, replace and follow the other side. All
 * methods of the class that change it by themselves report with {@link #joining}, {@link #leaving} and {@link #staying}, before they change
 * it (rule A-22). {@link #add} and {@link #remove} do both steps.
 *
 * <p>The class needs a constructor without arguments that makes an empty collection. Until a collection belongs to an object, and after the
 * object was given another one, nothing is reported. The collection that an object has is always one that the engine made: the elements of
 * a collection that is assigned are copied.
 *
 * @param <E> the type of the elements
 */
public abstract class CustomCollection<E> implements TrackedCollection, Iterable<E>, Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable CollectionAdapter adapter;

    /** An empty collection that belongs to nobody yet. */
    protected CustomCollection() {}

    // ---- the roles ----

    /**
     * Puts an element in, without reporting it.
     *
     * @param element to put in
     */
    protected abstract void appendElement(E element);

    /**
     * Takes an element out, without reporting it. It is in the collection.
     *
     * @param element to take out: the object itself, not an equal one
     */
    protected abstract void removeElement(E element);

    /** {@return an iterator over the elements; if it can remove, without reporting it} */
    protected abstract Iterator<E> elementIterator();

    // ---- for the methods of the class ----

    /**
     * Reports that an element is about to join.
     *
     * @param element that is given
     * @return the element to put in, which listeners may have replaced
     */
    protected final E joining(E element) {
        return joining(element, null);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // listeners give back elements of the attribute, null only for null
    private E joining(E element, @Nullable Initiator initiator) {
        return adapter == null ? element : (E) adapter.fireAppend(element, initiator, Keys.NONE);
    }

    /**
     * Reports that an element is about to leave.
     *
     * @param element that is in the collection
     */
    protected final void leaving(E element) {
        if (adapter != null) {
            adapter.fireRemove(element, null, Keys.NONE);
        }
    }

    /**
     * Reports that an element was given that is there already.
     *
     * @param element that is in the collection
     */
    protected final void staying(E element) {
        if (adapter != null) {
            adapter.fireAppendWithoutMutation(element, null);
        }
    }

    /**
     * Reports an element and puts it in.
     *
     * @param element to add
     * @return true, since the collection changed
     */
    public boolean add(E element) {
        appendElement(joining(element));
        return true;
    }

    /**
     * Reports that an element leaves, and takes it out.
     *
     * @param element to remove: the object itself, not an equal one
     * @return whether it was there; if not, nothing is reported
     */
    public boolean remove(E element) {
        boolean there = element != null && holds(element);
        if (there) {
            leaving(element);
            removeElement(element);
        }
        return there;
    }

    /** {@return an iterator over the elements, whose {@code remove} is reported} */
    @Override
    public final Iterator<E> iterator() {
        Iterator<E> elements = elementIterator();
        return new Iterator<>() {
            private @Nullable E last;

            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public E next() {
                E next = elements.next();
                last = next;
                return next;
            }

            @Override
            public void remove() {
                if (last == null) {
                    throw new IllegalStateException("remove() without next()");
                }
                leaving(last);
                elements.remove();
                last = null;
            }
        };
    }

    // ---- for the engine ----

    final void belongTo(CollectionAdapter owner) {
        this.adapter = owner;
    }

    final boolean isUnowned() {
        return adapter == null;
    }

    @Override
    public final CollectionAdapter adapter() {
        return Objects.requireNonNull(adapter, "a collection that belongs to an object");
    }

    @Override
    public final List<Object> elements() {
        List<Object> all = new ArrayList<>();
        elementIterator().forEachRemaining(all::add);
        return all;
    }

    @Override
    public final int count(Object element) {
        int count = 0;
        for (Iterator<E> all = elementIterator(); all.hasNext(); ) {
            if (all.next() == element) {
                count++;
            }
        }
        return count;
    }

    @Override
    @SuppressWarnings("unchecked") // elements of the attribute
    public final void add(Object element, @Nullable Initiator initiator) {
        appendElement(joining((E) element, initiator));
    }

    @Override
    @SuppressWarnings("unchecked") // elements of the attribute
    public final void discard(Object element, @Nullable Initiator initiator) {
        if (holds(element)) {
            adapter().fireRemove(element, initiator, Keys.NONE);
            removeElement((E) element);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // elements of the attribute
    public final void addQuietly(Object element) {
        appendElement((E) element);
    }

    @Override
    @SuppressWarnings("unchecked") // elements of the attribute
    public final void removeQuietly(Object element) {
        if (holds(element)) {
            removeElement((E) element);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // elements of the attribute
    public final void clearWithEvents() {
        for (Object element : elements()) {
            adapter().fireRemove(element, null, Keys.NONE);
            removeElement((E) element);
        }
    }
}
