package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.DetachedInstanceException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.mapping.entry.EntryEvent;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.events.Listeners;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.command.DocumentSource;
import dev.grapnel.mongo.schema.StoredWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The state of one object of a document. Kept with the record of the core, so that it is found without a table.
 *
 * @param <T> the class of the object
 */
public final class DocumentState<T> extends WatchedState implements ObjectState<T>, DocumentSource {
    private final DocumentMapper mapper;
    private Standing standing = Standing.NEW;
    private @Nullable OdmSession session;
    /** Whether listeners are told that the object is about to join or to be marked. */
    private boolean entering;

    private DocumentState(InstanceState instance, DocumentMapper mapper) {
        super(instance);
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
        if (standing.deleted()) {
            return ObjectStatus.DELETED;
        } else if (!standing.stored()) {
            return ObjectStatus.NEW;
        }
        return instance.isModified() ? ObjectStatus.DIRTY : ObjectStatus.CLEAN;
    }

    @Override
    public Document document() {
        loadIfExpired();
        Document document = mapper.form().document(instance);
        standing.extra().forEach(document::putIfAbsent);
        return document;
    }

    @Override
    public @Nullable Object storedId() {
        return mapper.ids().stored(instance);
    }

    @Override
    public void encode(BsonWriter bson, CodecRegistry codecs, EncoderContext context) {
        mapper.form().write(instance, standing.extra(), new StoredWriter(bson, codecs, context));
    }

    @Override
    public Document originalDocument() {
        if (!standing.stored()) {
            return new Document();
        }
        loadIfExpired();
        Document document = mapper.form().originalDocument(instance);
        standing.extra().forEach(document::putIfAbsent);
        return document;
    }

    @Override
    public @Nullable OdmSession session() {
        return session;
    }

    @Override
    public void delete() {
        leaving();
        standing = standing.withDeleted(true);
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
        loadIfExpired();
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

    /** A new object is about to be saved; what a listener throws keeps it outside. */
    public void joining() {
        if (!standing.stored()) {
            tell(mapper.entryListeners().beforeAdd);
        }
    }

    /** The object is about to be marked; what a listener throws leaves it as it is. */
    public void leaving() {
        if (!standing.deleted()) {
            tell(mapper.entryListeners().beforeMarkDeleted);
        }
    }

    /** A listener may save or delete the object itself. */
    private void tell(Listeners<EntryEvent<Object>> listeners) {
        if (listeners.isEmpty() || entering) {
            return;
        }
        entering = true;
        try {
            listeners.fire(new EntryEvent<>(instance));
        } finally {
            entering = false;
        }
    }

    /** The mapper of the object's class. */
    public DocumentMapper mapper() {
        return mapper;
    }

    /** Whether the object was loaded or written. */
    public boolean isStored() {
        return standing.stored();
    }

    Standing standing() {
        return standing;
    }

    void standing(Standing given) {
        this.standing = given;
    }

    /** The id of the object, as it is in memory. */
    public @Nullable Object id() {
        return mapper.ids().of(instance);
    }

    /** Fills in the defaults of a new object and checks the whole, once; nothing is changed if it is refused. */
    public void complete() {
        if (!standing.stored() && !standing.complete()) {
            mapper.form().complete(instance);
            standing = standing.withComplete();
        }
    }

    /** The object belongs to a session from now on, or to none. */
    public void session(@Nullable OdmSession owner) {
        this.session = owner;
    }

    /** The document was written as it is: the object is clean, unless it is marked. */
    public void written() {
        standing = standing.withStored(true);
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
            identifiedBy(id);
        }
    }

    /**
     * The object was loaded, or loaded again: it is clean, and not marked.
     *
     * @param fields those that were loaded; null: all
     * @param unmapped fields that no attribute holds
     */
    public void loaded(@Nullable List<String> fields, Map<String, @Nullable Object> unmapped) {
        standing = Standing.loaded(fields, unmapped);
        instance.expired(false);
        settled();
    }

    /** Listeners have been told that the object was loaded: what they have assigned counts as loaded (rule I-7). */
    public void toldLoaded() {
        if (instance.isModified()) {
            settled();
        }
    }

    /** The names of the fields that an update writes, or null for the whole document (statement ODM-F7). */
    public @Nullable List<String> writtenFields() {
        List<String> loaded = standing.projection();
        if (loaded == null) {
            return null;
        }
        Set<String> names = new LinkedHashSet<>(loaded);
        names.removeIf(name -> mapper.table().byStoredName(name) == null
                && !standing.extra().containsKey(name)); // of a class beside this one
        names.addAll(mapper.form().changedFields(instance));
        return List.copyOf(names);
    }

    // ---- expired objects ----

    /** Gives up all values: they are loaded again when one of them is read. A mark to be deleted goes too. */
    public void expire() {
        standing = Standing.loaded(null, standing.extra());
        ValueBooks.expire(instance);
        instance.clearExpired(); // fields ask for themselves, since a document may lack some
    }

    /** How the values are to be loaded again: with fields that no attribute holds, if there were any. */
    public FindOptions reloading() {
        return standing.extra().isEmpty() ? FindOptions.NONE : FindOptions.NONE.keepExtra();
    }

    /** Whether the values were given up, and not loaded again. */
    public boolean isExpired() {
        return instance.isExpired();
    }

    /** Loads the values again, if they were given up. */
    public void loadIfExpired() {
        if (instance.isExpired()) {
            if (!(session instanceof DocumentReload loading)) {
                throw new DetachedInstanceException(
                        "Cannot load " + instance
                                + " again: it is expired, and in no session. Save it into one, or read its values before it leaves.");
            }
            loading.reload(this);
        }
    }

    /** The insertion was undone: the object is as one that was never written, with the values that it has. */
    public void neverWritten() {
        standing = standing.withStored(false).withDeleted(false);
        instance.deleted(false);
        instance.forgetAllCommitted();
        instance.clean();
        instance.key(null);
    }

    /**
     * The object is known by an id.
     *
     * @param known the id
     */
    public void identifiedBy(Object known) {
        instance.identify(mapper.base().type(), known);
    }

    // ---- for those who are told of changes ----

    @Override
    DocumentState<?> self() {
        return this;
    }

    @Override
    boolean isNew() {
        return status() == ObjectStatus.NEW;
    }

    @Override
    boolean isMarked() {
        return standing.deleted();
    }

    /** Units of work look at the status again. */
    void tellStatus() {
        if (status() != ObjectStatus.CLEAN) {
            tellWatchers();
        }
    }

    @Override
    public String toString() {
        return "state of " + instance;
    }
}
