package dev.grapnel.mongo.mapping;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.core.state.StateOwner;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.OdmSession;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The state of one object of a document. Kept with the record of the core, so that it is found without a table.
 *
 * @param <T> the class of the object
 */
public final class DocumentState<T> implements ObjectState<T>, StateOwner {
    private final InstanceState instance;
    private final DocumentMapper mapper;
    private final List<StateWatcher> watchers = new ArrayList<>(1);
    private boolean stored;
    private boolean deleted;
    private boolean complete;
    private @Nullable OdmSession session;
    private @Nullable List<String> projection;
    private Map<String, @Nullable Object> extra = Map.of();

    private DocumentState(InstanceState instance, DocumentMapper mapper) {
        this.instance = instance;
        this.mapper = mapper;
    }

    static DocumentState<?> of(InstanceState instance, DocumentMapper mapper) {
        if (instance.loadOrigin() instanceof DocumentState<?> known) {
            return known;
        }
        DocumentState<?> made = new DocumentState<>(instance, mapper);
        instance.loadOrigin(made);
        return made;
    }

    /**
     * The state of an object.
     *
     * @param object of a class that is mapped onto a collection
     * @return its state
     */
    public static DocumentState<?> of(Object object) {
        return (DocumentState<?>) ObjectState.of(object);
    }

    // ---- what programs see ----

    @Override
    @SuppressWarnings("unchecked") // the state is made for an object of T
    public T object() {
        return (T) instance.requireObject();
    }

    @Override
    public ObjectStatus status() {
        if (deleted) {
            return ObjectStatus.DELETED;
        } else if (!stored) {
            return ObjectStatus.NEW;
        }
        return instance.isModified() ? ObjectStatus.DIRTY : ObjectStatus.CLEAN;
    }

    @Override
    public Document document() {
        Document document = mapper.document(instance);
        extra.forEach(document::putIfAbsent);
        return document;
    }

    @Override
    public Document originalDocument() {
        if (!stored) {
            return new Document();
        }
        Document document = mapper.originalDocument(instance);
        extra.forEach(document::putIfAbsent);
        return document;
    }

    @Override
    public @Nullable OdmSession session() {
        return session;
    }

    @Override
    public void delete() {
        deleted = true;
        tellWatchers();
    }

    @Override
    public @Nullable Object get(String attribute) {
        return tracker(attribute).get(instance, Passive.OFF);
    }

    @Override
    public void set(String attribute, @Nullable Object value) {
        tracker(attribute).set(instance, value, null, Passive.OFF);
    }

    @Override
    public void unset(String attribute) {
        tracker(attribute).delete(instance);
    }

    private AttributeTracker tracker(String attribute) {
        return mapper.manager().tracker(attribute);
    }

    @Override
    public InstanceState instanceState() {
        return instance;
    }

    // ---- for the session ----

    /** The mapper of the object's class. */
    public DocumentMapper mapper() {
        return mapper;
    }

    /** Whether the object was loaded or written. */
    public boolean isStored() {
        return stored;
    }

    /** The id of the object, as it is in memory. */
    public @Nullable Object id() {
        return mapper.idOf(instance);
    }

    /** Fills in the defaults of a new object and checks the whole, once; nothing is changed if it is refused. */
    public void complete() {
        if (!stored && !complete) {
            mapper.complete(instance);
            complete = true;
        }
    }

    /** The object belongs to a session from now on, or to none. */
    public void session(@Nullable OdmSession owner) {
        this.session = owner;
    }

    /** A unit of work is told of changes from now on. */
    public void watch(StateWatcher watcher) {
        if (!watchers.contains(watcher)) {
            watchers.add(watcher);
        }
        instance.owner(this);
    }

    /** A unit of work is told of changes no longer. */
    public void unwatch(StateWatcher watcher) {
        watchers.remove(watcher);
        if (watchers.isEmpty()) {
            instance.owner(null);
        }
    }

    private void tellWatchers() {
        for (StateWatcher watcher : List.copyOf(watchers)) {
            watcher.noLongerClean(this);
        }
    }

    /** The document was written as it is: the object is clean, unless it is marked. */
    public void written() {
        stored = true;
        settled();
    }

    /** What the object has is what is stored. */
    private void settled() {
        instance.forgetAllCommitted();
        instance.clean();
        Object id = id();
        if (id == null) {
            instance.key(null);
        } else {
            instance.key(dev.grapnel.core.state.IdentityKey.of(mapper.base().type(), id, null));
        }
    }

    /**
     * The object was loaded, or loaded again: it is clean, and not marked.
     *
     * @param fields those that were loaded; null: all
     * @param unmapped fields that no attribute holds
     */
    public void loaded(@Nullable List<String> fields, Map<String, @Nullable Object> unmapped) {
        stored = true;
        deleted = false;
        projection = fields;
        extra = unmapped;
        settled();
    }

    /** The names of the fields that an update writes, or null for the whole document (statement ODM-F7). */
    public @Nullable List<String> writtenFields() {
        if (projection == null) {
            return null;
        }
        Set<String> names = new LinkedHashSet<>(projection);
        names.addAll(mapper.changedFields(instance));
        return List.copyOf(names);
    }

    // ---- what the core asks ----

    @Override
    public void firstModification(InstanceState modified) {
        tellWatchers();
    }

    @Override
    public void noLongerModified(InstanceState clean) {
        // units of work look at the status when they flush
    }

    @Override
    public boolean containsState(InstanceState asked) {
        return asked == instance && !watchers.isEmpty();
    }

    @Override
    public boolean isNew(InstanceState asked) {
        return asked == instance && status() == ObjectStatus.NEW;
    }

    @Override
    public void saveOrUpdate(InstanceState added) {
        Objects.requireNonNull(session).save(added.requireObject()); // cascades are for stores that have them
    }

    @Override
    public void evict(InstanceState evicted) {
        Objects.requireNonNull(session).expunge(evicted.requireObject());
    }

    @Override
    public boolean isWriting() {
        return false;
    }

    @Override
    public void warnDuringFlush(String operation) {
        // what is done during a flush of documents takes part in it
    }

    @Override
    public String toString() {
        return "state of " + instance;
    }
}
