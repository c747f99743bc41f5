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
 * expired ones. <em>Changed</em>: the value it had before the first change since the last load or flush is kept. The first two bits of the
 * first 32 attributes are in the record itself.
 *
 * <h2>Size</h2>
 *
 * There is one record for each loaded object, so it has only what a clean object needs. Everything else is in a {@link StateDetail}, which is
 * there while something is in it: former values, the bits of further attributes, queues, and the like. Values of attributes without a field,
 * and what the loading statement said, are in the place of the detail while there is none. Of the identity key only the value is kept, unless it has several parts.
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
    /** Some attributes have values that the program may change inside, and an object of those is lent when it is first read. */
    private static final int COMPARES = 1 << 6;

    /** A session has the object among its persistent ones. */
    private static final int IN_IDENTITY_MAP = 1 << 7;

    private static final int SOME_UNSEEN = ELSEWHERE | COMPARES;
    /** The flags; the load context is above them. */
    private static final int FLAG_BITS = 8;

    /** The largest number of a result that a state can keep. */
    public static final int MOST_RUNS = -1 >>> FLAG_BITS;

    /** The attributes with bits in the record itself. */
    private static final int INLINE = Integer.SIZE;

    /** Places in the array of what has no field: first what the loading statement said, then values. */
    private static final int ORIGIN = 0;

    private static final int FIRST_VIRTUAL = 1;

    private static final int PRESENT_WORD = 0;
    private static final int EXPIRED_WORD = 1;
    private static final int CHANGED_WORD = 2;

    private final TypeManager manager;
    private int present;
    private int expired;
    private int flags;
    /** The value of the primary key, or an {@link IdentityKey} if there is more to say, or null. */
    private @Nullable Object identity;

    private @Nullable StateOwner owner;
    /** A {@link StateDetail}, or the array that it would have as {@code extra}, or null. */
    private @Nullable Object more;

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
        if (manager.keepsValuesElsewhere()) {
            flags = ELSEWHERE;
        }
        if (manager.comparesValues()) {
            flags |= COMPARES;
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
        return index < INLINE ? (present & (1 << index)) == 0 : !bit(PRESENT_WORD, index);
    }

    /** Whether an attribute may be written straight into its field: already recorded as changed, and nobody watches. Called by generated code. */
    public final boolean isDirect(int index, EnhancedType type) {
        return index < INLINE
                && more instanceof StateDetail detail
                && (detail.direct & (1 << index)) != 0
                && !type.isWatched(index);
    }

    /** An attribute was written: the next write may go straight into its field, if this one has left nothing to record. */
    public void written(int index) {
        if (index < INLINE && (flags & MODIFIED) != 0 && more instanceof StateDetail detail) {
            detail.direct |= present & detail.changed & (1 << index);
        }
    }

    /** Something is to be recorded again when an attribute is written. */
    private void notDirect(int bits) {
        if (more instanceof StateDetail detail) {
            detail.direct &= ~bits;
        }
    }

    /** Whether an attribute has a value in memory. */
    public boolean has(int index) {
        return !isAbsent(index) || ((flags & SOME_UNSEEN) != 0 && hasUnseen(index));
    }

    /**
     * Whether a value is there although its bit says otherwise, so that reading it is intercepted: it is elsewhere, or the program has never been
     * given it.
     */
    private boolean hasUnseen(int index) {
        return (flags & ELSEWHERE) != 0
                ? elsewhere().containsKey(manager.attributeName(index))
                : manager.isCompared(index) && raw(index) != null;
    }

    /** The value in memory, or {@link Marker#NO_VALUE}. */
    public @Nullable Object value(int index) {
        if (!isAbsent(index)) {
            return raw(index);
        }
        if ((flags & SOME_UNSEEN) == 0 || !hasUnseen(index)) {
            return Marker.NO_VALUE;
        }
        return (flags & ELSEWHERE) != 0 ? elsewhere().get(manager.attributeName(index)) : raw(index);
    }

    /** Whether values live where the instrumentation of the class says, and not in fields (rule N-18). */
    public boolean keepsValuesElsewhere() {
        return (flags & ELSEWHERE) != 0;
    }

    private Map<String, @Nullable Object> elsewhere() {
        return manager.values(requireObject());
    }

    private @Nullable Object raw(int index) {
        int fields = manager.fieldCount();
        return index < fields ? requireObject().$grapnel$get(index) : extra()[FIRST_VIRTUAL + index - fields];
    }

    /** Stores a value without any event. If it is one that may be changed inside, nobody has been given it yet. */
    public void store(int index, @Nullable Object value) {
        if ((flags & ELSEWHERE) != 0 && isAbsent(index)) {
            elsewhere().put(manager.attributeName(index), value);
            endLoan(index);
            return;
        }
        rawStore(index, value);
        if ((flags & COMPARES) != 0 && manager.isCompared(index)) {
            seal(index);
        } else {
            markPresent(index);
        }
    }

    /**
     * As {@link #store(int, Object)}, for who stores many values.
     *
     * @param object of this state
     * @param index of the attribute
     * @param value what is stored
     */
    public void store(Enhanced object, int index, @Nullable Object value) {
        if ((flags & (ELSEWHERE | COMPARES)) == 0 && index < manager.fieldCount()) {
            object.$grapnel$put(index, value);
            markPresent(index);
        } else {
            store(index, value);
        }
    }

    /** Marks a value as present that was written into the field by other means. */
    public void markPresent(int index) {
        if (index < INLINE) {
            present |= 1 << index;
        } else {
            bit(PRESENT_WORD, index, true);
        }
    }

    /** Marks several of the first attributes as present, whose values were written into fields: bit n stands for attribute n. */
    public void markPresentAll(int bits) {
        present |= bits;
    }

    private void rawStore(int index, @Nullable Object value) {
        int fields = manager.fieldCount();
        if (index < fields) {
            requireObject().$grapnel$put(index, value);
        } else {
            extra()[FIRST_VIRTUAL + index - fields] = value;
        }
    }

    /**
     * What the loading statement said, and the values of all attributes without a field: some may have joined the class after the state was made
     * (rule N-9).
     */
    private @Nullable Object[] extra() {
        @Nullable Object[] values = knownExtra();
        int count = FIRST_VIRTUAL + manager.attributeCount() - manager.fieldCount();
        if (values == null || values.length < count) {
            values = values == null ? new Object[count] : Arrays.copyOf(values, count);
            if (more instanceof StateDetail detail) {
                detail.extra = values;
            } else {
                more = values;
            }
        }
        return values;
    }

    private @Nullable Object @Nullable [] knownExtra() {
        return more instanceof StateDetail detail ? detail.extra : (@Nullable Object[]) more;
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
        endLoan(index);
        if ((flags & ELSEWHERE) != 0 && isAbsent(index)) {
            elsewhere().remove(manager.attributeName(index));
            return old;
        }
        rawStore(index, null);
        markAbsent(index);
        return old;
    }

    /** Takes a value out of memory, if there is one, without looking at it: to read a number from its field is to make a box. */
    public void discard(int index) {
        if ((flags & ELSEWHERE) != 0 || index >= manager.fieldCount()) {
            drop(index);
            return;
        }
        endLoan(index);
        rawStore(index, null);
        markAbsent(index);
    }

    private void markAbsent(int index) {
        if (index < INLINE) {
            present &= ~(1 << index);
            notDirect(1 << index);
        } else if (bit(PRESENT_WORD, index)) {
            bit(PRESENT_WORD, index, false);
        }
    }

    // ---- values that the program may change inside ----

    /** A compared value was written into its field by other means: nobody has been given it yet, so that the next read is intercepted. */
    public void seal(int index) {
        endLoan(index);
        if (raw(index) == null) {
            markPresent(index);
        } else {
            markAbsent(index);
        }
    }

    /** The program has a value from now on; it may be read and written without interception. */
    public void lend(int index, LentValue value) {
        detail().lent().put(index, value);
        if ((flags & ELSEWHERE) == 0) {
            markPresent(index);
        }
    }

    /** What is kept of a value that the program has, or null if it has none. */
    public @Nullable LentValue lent(int index) {
        return more instanceof StateDetail detail && detail.lent != null ? detail.lent.get(index) : null;
    }

    /** What is kept of values that the program has, by attribute; not to be changed. */
    public Map<Integer, LentValue> lent() {
        return more instanceof StateDetail detail && detail.lent != null ? detail.lent : Map.of();
    }

    /** Whether the program has values that it may change inside. */
    public boolean isLending() {
        return (flags & COMPARES) != 0 && more instanceof StateDetail detail && detail.lent != null;
    }

    private void endLoan(int index) {
        if (isLending() && more instanceof StateDetail detail) {
            Map<Integer, LentValue> lent = detail.lent();
            lent.remove(index);
            if (lent.isEmpty()) {
                detail.lent = null;
            }
        }
    }

    // ---- expired attributes ----

    /** Whether an attribute is to be reloaded on the next read. */
    public boolean isExpired(int index) {
        return index < INLINE ? (expired & (1 << index)) != 0 : bit(EXPIRED_WORD, index);
    }

    /** Marks an attribute as to be reloaded, or not. */
    public void expired(int index, boolean on) {
        if (index >= INLINE) {
            bit(EXPIRED_WORD, index, on);
        } else if (on) {
            expired |= 1 << index;
        } else {
            expired &= ~(1 << index);
        }
    }

    /**
     * Marks several of the first attributes as to be reloaded, whose fields the caller empties: bit n stands for attribute n.
     *
     * @return false if nothing was done, since there is more to take away than the values of fields
     */
    public boolean expireTogether(int bits) {
        if (more instanceof StateDetail || (flags & SOME_UNSEEN) != 0) {
            return false;
        }
        expired |= bits;
        present &= ~bits;
        return true;
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
        return more instanceof StateDetail detail
                && (index < INLINE ? (detail.changed & (1 << index)) != 0 : bit(CHANGED_WORD, index));
    }

    /** Whether the former value of any attribute is kept. */
    public boolean hasChanges() {
        return more instanceof StateDetail detail && (detail.changed != 0 || anyInWord(CHANGED_WORD));
    }

    /** The value an attribute had before its first change; only if {@link #isChanged(int)}. */
    public @Nullable Object committed(int index) {
        Object kept = Objects.requireNonNull(detail().committed)[index];
        return kept instanceof StoreExpression assigned ? assigned.former() : kept;
    }

    /** What the next flush has the store compute the value by, as only the store knows it; null for a plain value. */
    public @Nullable Object expression(int index) {
        return isChanged(index) && Objects.requireNonNull(detail().committed)[index] instanceof StoreExpression assigned
                ? assigned.expression()
                : null;
    }

    /** Has the next flush compute the value of a changed attribute; until then it has none. */
    public void compute(int index, Object expression) {
        keepCommitted(index, new StoreExpression(expression, committed(index)));
        drop(index);
    }

    /** Keeps the former value of an attribute. */
    public void keepCommitted(int index, @Nullable Object value) {
        StateDetail detail = detail();
        detail.committed(manager.attributeCount())[index] = value;
        if (index < INLINE) {
            detail.changed |= 1 << index;
        } else {
            bit(CHANGED_WORD, index, true);
        }
    }

    /** Forgets the former value of an attribute: it counts as unchanged. */
    public void forgetCommitted(int index) {
        if (!isChanged(index)) {
            return;
        }
        StateDetail detail = detail();
        Objects.requireNonNull(detail.committed)[index] = null;
        if (index < INLINE) {
            detail.changed &= ~(1 << index);
            detail.direct &= ~(1 << index);
        } else {
            bit(CHANGED_WORD, index, false);
        }
    }

    /** Forgets all former values. */
    public void forgetAllCommitted() {
        if (more instanceof StateDetail detail) {
            detail.changed = 0;
            detail.direct = 0;
            clearWord(CHANGED_WORD);
            detail.committed = null;
            dropEmptyDetail();
        }
    }

    /** Whether the object was touched since it was last clean. */
    public boolean isModified() {
        return (flags & MODIFIED) != 0;
    }

    /** Marks the object as touched: holds it strongly and tells the session, the first time. */
    public void touch() {
        if (isModified() && (owner == null || isHeld())) {
            return;
        }
        flags |= MODIFIED;
        if (owner != null) {
            detail().strong = get();
            owner.firstModification(this);
        }
    }

    private boolean isHeld() {
        return more instanceof StateDetail detail && detail.strong != null;
    }

    /** Marks the object as clean; the strong reference goes. */
    public void clean() {
        flags &= ~MODIFIED;
        notDirect(-1);
        releaseObject();
    }

    /** Lets the strong reference go. */
    public void releaseObject() {
        if (more instanceof StateDetail detail) {
            detail.strong = null;
            dropEmptyDetail();
        }
    }

    // ---- identity and session ----

    /** Lets the identity be the very value of the attribute that is the key, if they are equal. */
    public void shareIdentity(int index) {
        Object value = value(index);
        if (value != null && value.equals(identity)) {
            identity = value;
        }
    }

    /** The identity key, or null. */
    public @Nullable IdentityKey key() {
        return identity == null || identity instanceof IdentityKey
                ? (IdentityKey) identity
                : IdentityKey.of(manager.identityRoot(), identity, null);
    }

    /** Whether there is an identity key. */
    public boolean hasKey() {
        return identity != null;
    }

    /** The identity key of an object that has one. */
    public IdentityKey requireKey() {
        return Objects.requireNonNull(key(), "identity key");
    }

    /** The token of the identity key, or null. */
    public @Nullable String token() {
        return identity instanceof IdentityKey key ? key.token() : null;
    }

    /** Whether the object has this identity key; without making the key. */
    public boolean isIdentifiedBy(IdentityKey key) {
        return identity instanceof IdentityKey mine
                ? mine.equals(key)
                : identity != null && key.isOf(manager.identityRoot(), identity);
    }

    /**
     * Whether the object has an identity key of one part and without token that has a value.
     *
     * @param root the root class in the key
     * @param value of the primary key
     */
    public boolean isIdentifiedBy(Class<?> root, Object value) {
        Object mine = identity;
        if (mine instanceof IdentityKey key) {
            return key.isOf(root, value);
        }
        return mine != null && root == manager.identityRoot() && (mine == value || mine.equals(value));
    }

    /** The value of the primary key as the identity has it, if that has one part and no token; else null. */
    public @Nullable Object plainIdentity() {
        return identity instanceof IdentityKey ? null : identity;
    }

    /** Sets the identity key by the value of the only part; for the usual root class of the object, and without token. */
    public void identify(Object value) {
        this.identity = value;
    }

    /** Sets the identity key of one part and without token; the key itself is made only where its value does not stand for it. */
    public void identify(Class<?> root, Object value) {
        if (root == manager.identityRoot() && !(value instanceof Object[])) {
            identify(value);
        } else {
            key(IdentityKey.of(root, value, null));
        }
    }

    /** The hash of the identity key of an object that has one; without making the key. */
    public int identityHash() {
        Object mine = Objects.requireNonNull(identity, "identity key");
        return mine instanceof IdentityKey ? mine.hashCode() : IdentityKey.hashOf(manager.identityRoot(), mine, null);
    }

    /** Sets or removes the identity key. */
    public void key(@Nullable IdentityKey key) {
        this.identity = key == null ? null : key.shortForm(manager.identityRoot());
    }

    /** Whether an identity map has the state: that of its session. */
    public boolean isInIdentityMap() {
        return (flags & IN_IDENTITY_MAP) != 0;
    }

    /** Notes that an identity map has the state now, or has it no more. For the map. */
    public void inIdentityMap(boolean is) {
        flags = is ? flags | IN_IDENTITY_MAP : flags & ~IN_IDENTITY_MAP;
    }

    /** The session, or null. */
    public @Nullable StateOwner owner() {
        return owner;
    }

    /** Sets or removes the session. */
    public void owner(@Nullable StateOwner session) {
        this.owner = session;
    }

    /**
     * Whether its deletion was flushed. After a rollback of both the insert and the delete it has no key and still says so, until it is inserted
     * anew.
     */
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
        return more instanceof StateDetail detail ? detail.constructionArguments : null;
    }

    /** Keeps constructor arguments for a failure. */
    public void constructionArguments(@Nullable Object[] arguments) {
        detail().constructionArguments = arguments;
    }

    /** Where the object is in its life. */
    public LifecycleState lifecycle() {
        boolean attached = owner != null;
        if (identity == null) {
            return attached ? LifecycleState.PENDING : LifecycleState.TRANSIENT;
        }
        if (!attached) {
            return LifecycleState.DETACHED;
        }
        return isDeleted() ? LifecycleState.DELETED : LifecycleState.PERSISTENT;
    }

    /** The position among the objects added to the session. */
    public int insertOrder() {
        return more instanceof StateDetail detail ? detail.insertOrder : 0;
    }

    /** Sets the position among the objects added to the session. */
    public void insertOrder(int order) {
        detail().insertOrder = order;
    }

    /** The place among the modified objects of the session, from one; zero if it has none. For the session. */
    public int modifiedPlace() {
        return more instanceof StateDetail detail ? detail.modifiedPlace : 0;
    }

    /** Sets or, with zero, takes away the place among the modified objects of the session. */
    public void modifiedPlace(int place) {
        if (place != 0) {
            detail().modifiedPlace = place;
        } else if (more instanceof StateDetail detail) {
            detail.modifiedPlace = 0;
            dropEmptyDetail();
        }
    }

    /** The place among the objects of the session that are marked for delete, from one; zero if it has none. For the session. */
    public int markedPlace() {
        return more instanceof StateDetail detail ? detail.markedPlace : 0;
    }

    /** Sets or, with zero, takes away the place among the objects that are marked for delete. */
    public void markedPlace(int place) {
        if (place != 0) {
            detail().markedPlace = place;
        } else if (more instanceof StateDetail detail) {
            detail.markedPlace = 0;
            dropEmptyDetail();
        }
    }

    /** The number of the result that last loaded the object: its load context (rule G-28). */
    public int runId() {
        return flags >>> FLAG_BITS;
    }

    /** Sets the load context, a number of at most {@link #MOST_RUNS}; zero for none. */
    public void runId(int result) {
        this.flags = (result << FLAG_BITS) | (flags & ((1 << FLAG_BITS) - 1));
    }

    // ---- the rarely needed part ----

    private StateDetail detail() {
        if (more instanceof StateDetail detail) {
            return detail;
        }
        StateDetail made = new StateDetail((@Nullable Object[]) more);
        more = made;
        return made;
    }

    private void dropEmptyDetail() {
        if (identity != null && more instanceof StateDetail detail && detail.isEmpty()) {
            more = detail.extra;
        }
    }

    /** The queue of changes of a collection that is not loaded, or null. */
    public @Nullable PendingMutation pending(int index) {
        return more instanceof StateDetail detail && detail.pending != null ? detail.pending.get(index) : null;
    }

    /** The queue of changes of a collection that is not loaded, made if there is none. */
    public PendingMutation makePending(int index) {
        return detail().pending().computeIfAbsent(index, unused -> new PendingMutation());
    }

    /** Takes the queue away. */
    public @Nullable PendingMutation takePending(int index) {
        return more instanceof StateDetail detail && detail.pending != null ? detail.pending.remove(index) : null;
    }

    /** Takes all queues away. */
    public void dropPending() {
        if (more instanceof StateDetail detail) {
            detail.pending = null;
        }
    }

    /** The empty collection that was read but not changed yet, or null. */
    public @Nullable Object emptyCollection(int index) {
        return more instanceof StateDetail detail && detail.emptyCollections != null
                ? detail.emptyCollections.get(index)
                : null;
    }

    /** Keeps an empty collection aside until it is changed. */
    public void keepEmptyCollection(int index, Object collection) {
        detail().emptyCollections().put(index, collection);
    }

    /** Takes the empty collection back. */
    public @Nullable Object takeEmptyCollection(int index) {
        return more instanceof StateDetail detail && detail.emptyCollections != null
                ? detail.emptyCollections.remove(index)
                : null;
    }

    /** Takes all empty collections back. */
    public void dropEmptyCollections() {
        if (more instanceof StateDetail detail) {
            detail.emptyCollections = null;
        }
    }

    /** Which parent holds this object through a relationship: absent if never told, null if the link was cut. A copy. */
    public Map<Object, @Nullable InstanceState> parents() {
        ParentLinks known = parentLinks();
        return known == null ? Map.of() : known.all();
    }

    private @Nullable ParentLinks parentLinks() {
        return more instanceof StateDetail detail ? detail.parents : null;
    }

    /** Whether it was told of a relationship that a parent holds this object through it, or that the link was cut. */
    public boolean knowsParent(Object relationship) {
        ParentLinks known = parentLinks();
        return known != null && known.knows(relationship);
    }

    /** The parent that holds this object through a relationship; null if the link was cut or nothing was told. */
    public @Nullable InstanceState parent(Object relationship) {
        ParentLinks known = parentLinks();
        return known == null ? null : known.get(relationship);
    }

    /** Records the parent that holds this object through a relationship, or null for a cut link. */
    public void parent(Object relationship, @Nullable InstanceState parent) {
        StateDetail detail = detail();
        if (detail.parents == null) {
            detail.parents = new ParentLinks(relationship, parent);
        } else {
            detail.parents.put(relationship, parent);
        }
    }

    /** Forgets all parents. */
    public void dropParents() {
        if (more instanceof StateDetail detail) {
            detail.parents = null;
        }
    }

    /** The loader set for one attribute of this object alone, or null. */
    public @Nullable Object loader(int index) {
        return more instanceof StateDetail detail && detail.loaders != null ? detail.loaders.get(index) : null;
    }

    /** Sets (or with null removes) the loader of one attribute of this object alone. */
    public void loader(int index, @Nullable Object loader) {
        if (loader != null) {
            detail().loaders().put(index, loader);
        } else if (more instanceof StateDetail detail && detail.loaders != null) {
            detail.loaders.remove(index);
        }
    }

    /** What the statement that loaded the object said about later loads (options and path), or null. */
    public @Nullable Object loadOrigin() {
        @Nullable Object[] known = knownExtra();
        return known == null ? null : known[ORIGIN];
    }

    /** Keeps what the loading statement said about later loads. */
    public void loadOrigin(@Nullable Object origin) {
        if (origin != null || knownExtra() != null) {
            extra()[ORIGIN] = origin;
        }
    }

    /** Whether a delete-orphan parent let go of the object while that parent was in no session. */
    public boolean isOrphanedOutsideSession() {
        return more instanceof StateDetail detail && detail.orphanedOutsideSession;
    }

    /** Sets or clears that mark. */
    public void orphanedOutsideSession(boolean on) {
        if (on || more instanceof StateDetail) {
            detail().orphanedOutsideSession = on;
        }
    }

    /** What the running flush keeps of the object, or null. */
    public @Nullable Object work() {
        return more instanceof StateDetail detail ? detail.work : null;
    }

    /** Keeps what a flush knows of the object; null when it has ended. */
    public void work(@Nullable Object work) {
        if (work != null) {
            detail().work = work;
        } else if (more instanceof StateDetail detail) {
            detail.work = null;
            dropEmptyDetail();
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

    private static int at(int word, int index) {
        return 3 * ((index - INLINE) / Long.SIZE) + word;
    }

    /** The bit of an attribute in its word, which has one for each index modulo 64. */
    private static long mask(int index) {
        return 1L << index;
    }

    private long @Nullable [] overflow() {
        return more instanceof StateDetail detail ? detail.overflow : null;
    }

    private boolean bit(int word, int index) {
        long[] words = overflow();
        int at = at(word, index);
        return words != null && at < words.length && (words[at] & mask(index)) != 0;
    }

    private void bit(int word, int index, boolean on) {
        int last = manager.attributeCount() - 1;
        long[] words = detail().overflow(at(CHANGED_WORD, last) + 1);
        int at = at(word, index);
        words[at] = on ? words[at] | mask(index) : words[at] & ~mask(index);
    }

    private boolean anyInWord(int word) {
        long[] words = overflow();
        for (int at = word; words != null && at < words.length; at += 3) {
            if (words[at] != 0) {
                return true;
            }
        }
        return false;
    }

    private void clearWord(int word) {
        long[] words = overflow();
        for (int at = word; words != null && at < words.length; at += 3) {
            words[at] = 0;
        }
    }

    @Override
    public String toString() {
        String name = manager.type().getSimpleName();
        IdentityKey key = key();
        return key == null ? name + " (without key)" : name + key.parts();
    }
}
