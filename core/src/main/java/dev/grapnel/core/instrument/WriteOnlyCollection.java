package dev.grapnel.core.instrument;

import dev.grapnel.core.state.InstanceState;
import java.util.Arrays;
import java.util.Collection;

/**
 * A collection that is only written: nothing ever loads it. Its members are asked for, changed and deleted by statements that begin with the
 * owner, as {@code session.members(account, Account_.entries).query()} does.
 *
 * <pre>{@code
 * @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
 * WriteOnlyCollection<Entry> entries;
 *
 * account.entries.add(new Entry(500));   // one INSERT with the next flush; no SELECT, however many entries there are
 * }</pre>
 *
 * <p>The field may be assigned as a whole while its object has no row yet; later that would need the former members. Deleting the object needs
 * them too, unless {@code @PassiveDeletes} leaves them to the database.
 *
 * @param <E> the class of the members
 */
public final class WriteOnlyCollection<E> extends QueuedCollection<E> {
    private static final long serialVersionUID = 1L;

    WriteOnlyCollection(QueueTracker attribute, InstanceState owner) {
        super(attribute, owner);
    }

    private WriteOnlyCollection(Collection<? extends E> elements) {
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
    public static <E> WriteOnlyCollection<E> of(E... elements) {
        return copyOf(Arrays.asList(elements));
    }

    /**
     * Makes a collection to be assigned.
     *
     * @param elements the first members
     * @param <E> their class
     * @return a collection that belongs to nobody
     */
    public static <E> WriteOnlyCollection<E> copyOf(Collection<? extends E> elements) {
        return new WriteOnlyCollection<>(elements);
    }
}
