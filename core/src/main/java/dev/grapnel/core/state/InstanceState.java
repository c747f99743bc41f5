package dev.grapnel.core.state;

import java.io.ObjectStreamField;
import java.io.Serializable;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The record kept for one object.
 *
 * <h2>Three bits for each attribute</h2>
 *
 * <em>Present</em>: the attribute has a value in memory. <em>Expired</em>: it has none, and the next read reloads it together with all other
 * expired ones. <em>Changed</em>: the value it had before the first change since the last load or flush is kept. The bits of the first 64
 * attributes are three words of the record itself; further ones go into an array.
 *
 * <h2>References</h2>
 *
 * The object refers to its state strongly; the state refers to the object weakly, by being a weak reference itself, so that an identity map
 * can hold states and clean objects can still be collected (rule U-32). While a modified object is attached, the state also refers to it
 * strongly.
 *
 * <h2>Serialisation</h2>
 *
 * A state is never written itself: its manager gives a replacement, which becomes a new state when it is read (rules I-26 to I-28).
 *
 * <p>Belongs to the thread that uses the object's session.
 */
public class InstanceState extends WeakReference<Enhanced> implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("UnusedVariable") // read by Java serialisation: no field is written
    private static final ObjectStreamField[] serialPersistentFields = {};

    private static final int MODIFIED = 1;
    private static final int EXPIRED = 1 << 1;
    private static final int DELETED = 1 << 2;
    private static final int ATTACHED_ONLY = 1 << 3;
    private static final int CONSTRUCTION_FAILED = 1 << 4;
    /** The values live where the instrumentation of the class says; an attribute is present there and not by its bit. */
    private static final int ELSEWHERE = 1 << 5;

    private static final int PRESENT_WORD = 0;
    private static final int EXPIRED_WORD = 1;
    private static final int CHANGED_WORD = 2;

    private final TypeManager manager;
    private long present;
    private long expired;
    private long changed;
    private int flags;
    private int runId;
    private int insertOrder;
    private @Nullable IdentityKey key;
    private @Nullable StateOwner owner;
    private @Nullable Enhanced strong;
    private @Nullable Object @Nullable [] committed;
    private @Nullable Object @Nullable [] virtual;
    private long @Nullable [] overflow;
    private @Nullable StateDetail detail;

    /**
     * Makes the state of an object. The caller puts it into the object's slot.
     *
     * @param object the object
     * @param manager of its class
     * @param collected told when the object was collected, or null
     */
    public InstanceState(Enhanced object, TypeManager manager, @Nullable ReferenceQueue<? super Enhanced> collected) {
        super(object, collected);
        this.manager = manager;
        int count = manager.attributeCount();
        if (count > 64) {
            overflow = new long[3 * ((count - 1) >>> 6)];
        }
        int fields = manager.fieldCount();
        if (manager.keepsValuesElsewhere()) {
            flags = ELSEWHERE;
        } else if (count > fields) {
            virtual = new Object[count - fields];
        }
    }

    // ---- the object ----

    /** The object, or null if it was collected. */
    public @Nullable Enhanced object() {
        return get();
    }

    /**
     * The object, which the caller knows to be alive.
     *
     * @throws IllegalStateException if it was collected
     */
    public Enhanced requireObject() {
        Enhanced object = get();
        if (object == null) {
            throw new IllegalStateException("The object of " + this + " was collected while it was in use.");
        }
        return object;
    }

    /** The manager of the object's class. */
    public TypeManager manager() {
        return manager;
    }

    // ---- values ----

    /** Whether an attribute has no value that its field holds. For generated code; everybody else asks {@link #has}. */
    public final boolean isAbsent(int index) {
        return index < 64 ? (present & (1L << index)) == 0 : !bit(PRESENT_WORD, index);
    }

    /** Whether an attribute may be written straight into its field: already recorded as changed, and nobody watches. Called by generated code. */
    public final boolean isDirect(int index, EnhancedType type) {
        return index < 64
                && (present & changed & (1L << index)) != 0
                && (flags & MODIFIED) != 0
                && !type.isWatched(index);
    }

    /** Whether an attribute has a value in memory. */
    public boolean has(int index) {
        return !isAbsent(index) || ((flags & ELSEWHERE) != 0 && elsewhere().containsKey(manager.attributeName(index)));
    }

    /** The value in memory, or {@link Marker#NO_VALUE}. */
    public @Nullable Object value(int index) {
        if (!isAbsent(index)) {
            return raw(index);
        }
        return (flags & ELSEWHERE) != 0 && has(index) ? elsewhere().get(manager.attributeName(index)) : Marker.NO_VALUE;
    }

    private Map<String, @Nullable Object> elsewhere() {
        return manager.values(requireObject());
    }

    private @Nullable Object raw(int index) {
        return index < manager.fieldCount()
                ? requireObject().$grapnel$get(index)
                : Objects.requireNonNull(virtual)[index - manager.fieldCount()];
    }

    /** Stores a value without any event. */
    public void store(int index, @Nullable Object value) {
        if ((flags & ELSEWHERE) != 0 && isAbsent(index)) {
            elsewhere().put(manager.attributeName(index), value);
            return;
        }
        rawStore(index, value);
        markPresent(index);
    }

    /** Marks a value as present that was written into the field by other means. */
    public void markPresent(int index) {
        if (index < 64) {
            present |= 1L << index;
        } else {
            bit(PRESENT_WORD, index, true);
        }
    }

    private void rawStore(int index, @Nullable Object value) {
        int fields = manager.fieldCount();
        if (index < fields) {
            requireObject().$grapnel$put(index, value);
        } else {
            virtual = enough(virtual, index - fields);
            virtual[index - fields] = value;
        }
    }

    /** An attribute may have joined the class after the state was made (rule N-9). */
    private @Nullable Object[] enough(@Nullable Object @Nullable [] values, int index) {
        if (values != null && index < values.length) {
            return values;
        }
        int length = Math.max(index + 1, manager.attributeCount() - manager.fieldCount());
        return values == null ? new Object[length] : Arrays.copyOf(values, length);
    }

    /**
     * Takes a value out of memory.
     *
     * @return the value it had, or {@link Marker#NO_VALUE}
     */
    public @Nullable Object drop(int index) {
        Object old = value(index);
        if (old == Marker.NO_VALUE) {
            return old;
        }
        if (isAbsent(index)) {
            elsewhere().remove(manager.attributeName(index));
            return old;
        }
        rawStore(index, null);
        if (index < 64) {
            present &= ~(1L << index);
        } else {
            bit(PRESENT_WORD, index, false);
        }
        return old;
    }

    // ---- expired attributes ----

    /** Whether an attribute is to be reloaded on the next read. */
    public boolean isExpired(int index) {
        return index < 64 ? (expired & (1L << index)) != 0 : bit(EXPIRED_WORD, index);
    }

    /** Marks an attribute as to be reloaded, or not. */
    public void expired(int index, boolean on) {
        if (index >= 64) {
            bit(EXPIRED_WORD, index, on);
        } else if (on) {
            expired |= 1L << index;
        } else {
            expired &= ~(1L << index);
        }
    }

    /** No attribute is expired any more. */
    public void clearExpired() {
        expired = 0;
        clearWord(EXPIRED_WORD);
    }

    /** Whether any attribute is expired. */
    public boolean hasExpired() {
        return expired != 0 || anyInWord(EXPIRED_WORD);
    }

    /** Whether the object as a whole was expired and not reloaded yet. */
    public boolean isExpired() {
        return (flags & EXPIRED) != 0;
    }

    /** Marks the object as a whole. */
    public void expired(boolean on) {
        flag(EXPIRED, on);
    }

    // ---- changes ----

    /** Whether the former value of an attribute is kept. */
    public boolean isChanged(int index) {
        return index < 64 ? (changed & (1L << index)) != 0 : bit(CHANGED_WORD, index);
    }

    /** Whether the former value of any attribute is kept. */
    public boolean hasChanges() {
        return changed != 0 || anyInWord(CHANGED_WORD);
    }

    /** The value an attribute had before its first change; only if {@link #isChanged(int)}. */
    public @Nullable Object committed(int index) {
        return Objects.requireNonNull(committed)[index];
    }

    /** Keeps the former value of an attribute. */
    public void keepCommitted(int index, @Nullable Object value) {
        if (committed == null || index >= committed.length) {
            int count = manager.attributeCount();
            committed = committed == null ? new Object[count] : Arrays.copyOf(committed, count);
        }
        committed[index] = value;
        if (index < 64) {
            changed |= 1L << index;
        } else {
            bit(CHANGED_WORD, index, true);
        }
    }

    /** Forgets the former value of an attribute: it counts as unchanged. */
    public void forgetCommitted(int index) {
        if (!isChanged(index)) {
            return;
        }
        Objects.requireNonNull(committed)[index] = null;
        if (index < 64) {
            changed &= ~(1L << index);
        } else {
            bit(CHANGED_WORD, index, false);
        }
    }

    /** Forgets all former values. */
    public void forgetAllCommitted() {
        changed = 0;
        clearWord(CHANGED_WORD);
        committed = null;
    }

    /** Whether the object was touched since it was last clean. */
    public boolean isModified() {
        return (flags & MODIFIED) != 0;
    }

    /** Marks the object as touched: holds it strongly and tells the session, the first time. */
    public void touch() {
        if (isModified() && (owner == null || strong != null)) {
            return;
        }
        flags |= MODIFIED;
        if (owner != null) {
            strong = get();
            owner.firstModification(this);
        }
    }

    /** Marks the object as clean; the strong reference goes. */
    public void clean() {
        flags &= ~MODIFIED;
        strong = null;
    }

    /** Lets the strong reference go. */
    public void releaseObject() {
        strong = null;
    }

    // ---- identity and session ----

    /** The identity key, or null. */
    public @Nullable IdentityKey key() {
        return key;
    }

    /** The identity key of an object that has one. */
    public IdentityKey requireKey() {
        return Objects.requireNonNull(key, "identity key");
    }

    /** Sets or removes the identity key. */
    public void key(@Nullable IdentityKey identity) {
        this.key = identity;
    }

    /** The session, or null. */
    public @Nullable StateOwner owner() {
        return owner;
    }

    /** Sets or removes the session. */
    public void owner(@Nullable StateOwner session) {
        this.owner = session;
    }

    /** Whether its deletion was flushed. */
    public boolean isDeleted() {
        return (flags & DELETED) != 0;
    }

    /** Sets or removes the deleted flag. */
    public void deleted(boolean on) {
        flag(DELETED, on);
    }

    /** Whether it has a session without being one of the session's objects (relationship loading for a transient object). */
    public boolean isAttachedOnly() {
        return (flags & ATTACHED_ONLY) != 0;
    }

    /** Sets or removes that flag. */
    public void attachedOnly(boolean on) {
        flag(ATTACHED_ONLY, on);
    }

    /** Whether its constructor threw. */
    public boolean isConstructionFailed() {
        return (flags & CONSTRUCTION_FAILED) != 0;
    }

    /** Marks that its constructor threw. */
    public void constructionFailed() {
        flag(CONSTRUCTION_FAILED, true);
    }

    /** The constructor arguments kept for a failure, or null. */
    public @Nullable Object @Nullable [] constructionArguments() {
        return detail == null ? null : detail.constructionArguments;
    }

    /** Keeps constructor arguments for a failure. */
    public void constructionArguments(@Nullable Object[] arguments) {
        detail().constructionArguments = arguments;
    }

    /** Where the object is in its life. */
    public LifecycleState lifecycle() {
        boolean attached = owner != null;
        if (key == null) {
            return attached ? LifecycleState.PENDING : LifecycleState.TRANSIENT;
        }
        if (!attached) {
            return LifecycleState.DETACHED;
        }
        return isDeleted() ? LifecycleState.DELETED : LifecycleState.PERSISTENT;
    }

    /** The position among the objects added to the session. */
    public int insertOrder() {
        return insertOrder;
    }

    /** Sets the position among the objects added to the session. */
    public void insertOrder(int order) {
        this.insertOrder = order;
    }

    /** The number of the result that last loaded the object: its load context (rule G-28). */
    public int runId() {
        return runId;
    }

    /** Sets the load context. */
    public void runId(int result) {
        this.runId = result;
    }

    // ---- the rarely needed part ----

    private StateDetail detail() {
        if (detail == null) {
            detail = new StateDetail();
        }
        return detail;
    }

    /** The queue of changes of a collection that is not loaded, or null. */
    public @Nullable PendingMutation pending(int index) {
        return detail == null || detail.pending == null ? null : detail.pending.get(index);
    }

    /** The queue of changes of a collection that is not loaded, made if there is none. */
    public PendingMutation makePending(int index) {
        return detail().pending().computeIfAbsent(index, unused -> new PendingMutation());
    }

    /** Takes the queue away. */
    public @Nullable PendingMutation takePending(int index) {
        return detail == null || detail.pending == null ? null : detail.pending.remove(index);
    }

    /** Takes all queues away. */
    public void dropPending() {
        if (detail != null) {
            detail.pending = null;
        }
    }

    /** The empty collection that was read but not changed yet, or null. */
    public @Nullable Object emptyCollection(int index) {
        return detail == null || detail.emptyCollections == null ? null : detail.emptyCollections.get(index);
    }

    /** Keeps an empty collection aside until it is changed. */
    public void keepEmptyCollection(int index, Object collection) {
        detail().emptyCollections().put(index, collection);
    }

    /** Takes the empty collection back. */
    public @Nullable Object takeEmptyCollection(int index) {
        return detail == null || detail.emptyCollections == null ? null : detail.emptyCollections.remove(index);
    }

    /** Takes all empty collections back. */
    public void dropEmptyCollections() {
        if (detail != null) {
            detail.emptyCollections = null;
        }
    }

    /** Which parent holds this object through a relationship: absent if never told, null if the link was cut. */
    public Map<Object, @Nullable InstanceState> parents() {
        return detail == null || detail.parents == null ? Map.of() : detail.parents;
    }

    /** Records the parent that holds this object through a relationship, or null for a cut link. */
    public void parent(Object relationship, @Nullable InstanceState parent) {
        detail().parents().put(relationship, parent);
    }

    /** Forgets all parents. */
    public void dropParents() {
        if (detail != null) {
            detail.parents = null;
        }
    }

    /** The loader set for one attribute of this object alone, or null. */
    public @Nullable Object loader(int index) {
        return detail == null || detail.loaders == null ? null : detail.loaders.get(index);
    }

    /** Sets (or with null removes) the loader of one attribute of this object alone. */
    public void loader(int index, @Nullable Object loader) {
        if (loader != null) {
            detail().loaders().put(index, loader);
        } else if (detail != null && detail.loaders != null) {
            detail.loaders.remove(index);
        }
    }

    /** What the statement that loaded the object said about later loads (options and path), or null. */
    public @Nullable Object loadOrigin() {
        return detail == null ? null : detail.loadOrigin;
    }

    /** Keeps what the loading statement said about later loads. */
    public void loadOrigin(@Nullable Object origin) {
        if (origin != null || detail != null) {
            detail().loadOrigin = origin;
        }
    }

    /** Whether a delete-orphan parent let go of the object while that parent was in no session. */
    public boolean isOrphanedOutsideSession() {
        return detail != null && detail.orphanedOutsideSession;
    }

    /** Sets or clears that mark. */
    public void orphanedOutsideSession(boolean on) {
        if (on || detail != null) {
            detail().orphanedOutsideSession = on;
        }
    }

    // ---- serialisation ----

    /** What is written instead; also for a subclass. */
    protected final @Nullable Object writeReplace() {
        return manager.serialized(this);
    }

    // ---- bits ----

    private void flag(int bit, boolean on) {
        flags = on ? flags | bit : flags & ~bit;
    }

    private boolean bit(int word, int index) {
        int at = 3 * ((index >>> 6) - 1) + word;
        return overflow != null && at < overflow.length && (overflow[at] & (1L << index)) != 0;
    }

    private void bit(int word, int index, boolean on) {
        int at = 3 * ((index >>> 6) - 1) + word;
        if (overflow == null || at >= overflow.length) {
            overflow = grown(overflow, index);
        }
        overflow[at] = on ? overflow[at] | (1L << index) : overflow[at] & ~(1L << index);
    }

    private static long[] grown(long @Nullable [] words, int index) {
        int length = 3 * (index >>> 6);
        return words == null ? new long[length] : Arrays.copyOf(words, length);
    }

    private boolean anyInWord(int word) {
        if (overflow != null) {
            for (int at = word; at < overflow.length; at += 3) {
                if (overflow[at] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void clearWord(int word) {
        if (overflow != null) {
            for (int at = word; at < overflow.length; at += 3) {
                overflow[at] = 0;
            }
        }
    }

    @Override
    public String toString() {
        String name = manager.type().getSimpleName();
        return key == null ? name + " (without key)" : name + key.parts();
    }
}
