package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.error.ValidationException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstanceEventKeys;
import dev.grapnel.core.instrument.LoadEvent;
import dev.grapnel.core.instrument.RefreshEvent;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.events.Listeners;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.MapperExtension;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.command.DocumentWrites;
import dev.grapnel.mongo.schema.Checking;
import dev.grapnel.mongo.schema.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How one class is mapped onto a collection.
 *
 * <p>Made by {@link DocumentRegistry#map}. Thread-safe once it is configured, which happens before the first object is used.
 */
public final class DocumentMapper extends Mapper implements ObjectState.StateSource {
    private final DocumentMapping<?> mapping;
    private final @Nullable DocumentMapper above;
    private final FieldTable table = new FieldTable(this);
    private final DocumentForm form = new DocumentForm(this);
    private final Hierarchy hierarchy = new Hierarchy(this);
    private List<MapperExtension<Object>> extensions = List.of();
    private @Nullable VersionCounter version;

    DocumentMapper(DocumentRegistry registry, DocumentMapping<?> mapping, @Nullable DocumentMapper above) {
        super(registry, mapping.type(), above);
        this.mapping = mapping;
        this.above = above;
    }

    /**
     * The mapper of a class, configured.
     *
     * @param type the class
     * @return its mapper
     * @throws UnmappedClassException if it is not mapped onto a collection
     */
    public static DocumentMapper of(Class<?> type) {
        ClassManager manager = ClassManager.find(type);
        if (manager != null && manager.mapper() instanceof DocumentMapper mapper) {
            mapper.registry().configure();
            return mapper;
        }
        throw new UnmappedClassException(
                "Class " + type.getName() + " is not mapped onto a collection. Map it with DocumentRegistry.map.");
    }

    // ---- building ----

    @Override
    protected void buildProperties() {
        for (DocumentField field : mapping.fields().values()) {
            add(basic(field.attribute()));
        }
        for (RelationDeclaration relation : mapping.relations().values()) {
            add(basic(relation.attribute()));
        }
    }

    private BasicProperty basic(String attribute) {
        int index = manager().enhancedType().indexOf(attribute);
        Class<?> javaType = index < 0 ? Object.class : manager().enhancedType().fieldType(index);
        return new BasicProperty(type(), attribute, javaType, BasicProperty.Settings.PLAIN);
    }

    @Override
    protected void configureStorage() {
        table.build();
        keyAttributes(List.of(table.id().declared().attribute()));
        hierarchy.noteIdentity();
        version = versionCounter();
        mapping.indexes().forEach(this::requireFields);
    }

    private void requireFields(IndexDeclaration index) {
        for (String field : index.outermostFields()) {
            if (table.byStoredName(field) == null) {
                throw new MappingException(
                        "Cannot map class " + type().getName() + ": its index on " + index.fields()
                                + " names '" + field + "', and its documents have the fields " + table.storedNames()
                                + ". Name fields as they are stored; an index on a field of a subclass belongs to the subclass.");
            }
        }
    }

    private @Nullable VersionCounter versionCounter() {
        for (DocumentMapper at = this; at != null; at = at.above) {
            String attribute = at.mapping.version();
            if (attribute != null) {
                return new VersionCounter(table.byAttribute(attribute), idField());
            }
        }
        return null;
    }

    @Override
    protected void configureStorage(Relationship late) {
        throw new MappingException("Cannot add relationship " + late + " to " + type().getName()
                + ": relations of documents are declared with its mapping.");
    }

    void makeExtensions() {
        List<MapperExtension<Object>> made = new ArrayList<>();
        for (var factory : extensionFactories()) {
            made.add(cast(factory.create(this)));
        }
        extensions = List.copyOf(made);
    }

    private List<dev.grapnel.mongo.MapperExtensionFactory<?>> extensionFactories() {
        List<dev.grapnel.mongo.MapperExtensionFactory<?>> own = mapping.extensions();
        if (own != null) {
            return own;
        }
        return above == null ? List.of() : above.extensionFactories();
    }

    @SuppressWarnings("unchecked") // an extension listed with a class is for its objects
    private static MapperExtension<Object> cast(MapperExtension<?> extension) {
        return (MapperExtension<Object>) extension;
    }

    // ---- what it is ----

    /** The collection. */
    public String collection() {
        String own = mapping.collection();
        return own == null && above != null ? above.collection() : Objects.requireNonNull(own);
    }

    /** The session that {@link #create} saves into, or null. */
    public @Nullable OdmSession session() {
        OdmSession own = mapping.session();
        return own == null && above != null ? above.session() : own;
    }

    /** The extensions, in order. */
    public List<MapperExtension<Object>> extensions() {
        return extensions;
    }

    /** What is done to a document before it is written. */
    public Consumer<Document> beforeSave() {
        Consumer<Document> own = mapping.beforeSave();
        if (own != null) {
            return own;
        }
        return above == null ? DocumentWrites.UNCHANGED : above.beforeSave();
    }

    /** The indexes that the class and those above it declare (statement ODM-X1). */
    public List<IndexDeclaration> indexes() {
        List<IndexDeclaration> all = new ArrayList<>();
        fields().stream()
                .map(field -> field.declared().index())
                .filter(Objects::nonNull)
                .forEach(all::add);
        for (DocumentMapper at = this; at != null; at = at.above) {
            all.addAll(at.mapping.indexes());
        }
        return all;
    }

    /** What counts the writes of a document, or null. */
    public @Nullable VersionCounter version() {
        return version;
    }

    /** What the objects are as documents. */
    public DocumentForm form() {
        return form;
    }

    FieldTable table() {
        return table;
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    DocumentMapping<?> mapping() {
        return mapping;
    }

    @Nullable DocumentMapper above() {
        return above;
    }

    List<MappedField> fields() {
        return table.fields();
    }

    private MappedField idField() {
        return table.id();
    }

    @Nullable Object idOf(InstanceState state) {
        Object id = state.value(idField().index());
        if (!Marker.is(id)) {
            return id;
        }
        IdentityKey known = state.key(); // of an object that is expired
        return known == null ? null : known.part(0);
    }

    /** The id of an object as it is stored. */
    public @Nullable Object storedId(InstanceState state) {
        return idField().schema().stored(idOf(state));
    }

    /**
     * An id as it is kept in memory.
     *
     * @param id as a program or the store has it
     * @return the id, which is equal to that of an object that is loaded
     */
    public @Nullable Object idInMemory(@Nullable Object id) {
        try {
            return id == null ? null : idField().schema().check(id, Checking.ASSIGNED);
        } catch (InvalidValueException other) {
            return id;
        }
    }

    /** An id as it is stored. */
    public @Nullable Object storedIdOf(@Nullable Object id) {
        return idField().schema().stored(id);
    }

    @Override
    public DocumentState<?> stateOf(InstanceState state) {
        return DocumentState.of(state, this);
    }

    // ---- objects ----

    /**
     * Makes an object as the program would: by its constructor without arguments, with values, defaults filled in, checked, and saved into the
     * session of the class (statement ODM-M3).
     *
     * @param values by attribute
     * @return the object
     * @throws ValidationException if it is not as declared; it is not saved then
     */
    public Object create(Map<String, ? extends @Nullable Object> values) {
        registry().configure();
        Object object = Objects.requireNonNull(Construct.object(manager()));
        DocumentState<?> state = DocumentState.of(object);
        values.forEach(state::set);
        state.complete();
        OdmSession owner = session();
        return owner == null ? object : owner.save(object);
    }

    // ---- rows ----

    /**
     * Checks a stored document; it is not an object yet.
     *
     * @param row the document
     * @param options how rows become objects
     * @return the values
     * @throws ValidationException if it is not as declared
     * @throws UnknownIdentityException if its discriminator names no class
     */
    public Row read(Document row, FindOptions options) {
        return new RowReading(hierarchy.classOf(row), options).read(row);
    }

    /**
     * An object of which nothing is known but the id. It belongs to no session.
     *
     * @param storedId as it is stored
     * @return the object
     */
    public Enhanced knownOnlyBy(@Nullable Object storedId) {
        Enhanced object = manager().newInstance();
        InstanceState state = Objects.requireNonNull(ClassManager.stateOf(object));
        idField().store(state, idInMemory(storedId));
        stateOf(state).loaded(null, Map.of());
        return object;
    }

    @Nullable Document migrated(Document row) {
        OlderVersion older = mapping.older();
        return older == null ? null : older.migrated(row);
    }

    /**
     * Restricts a filter to the documents of this class and those below it, where others are in the collection too (statement ODM-Y3).
     *
     * @param filter of the program
     * @return what is asked of the store
     */
    public Bson restricted(Bson filter) {
        return hierarchy.restricted(filter);
    }

    // ---- events ----

    /** Tells that an object was made from a document. */
    public void tellLoaded(InstanceState state) {
        Listeners<LoadEvent<Object>> load = manager().dispatch().current(InstanceEventKeys.LOAD);
        if (!load.isEmpty()) {
            load.fire(new LoadEvent<>(state, null));
        }
    }

    /** Tells that an object got the values of its document again. */
    public void tellRefreshed(InstanceState state) {
        Listeners<RefreshEvent<Object>> refresh = manager().dispatch().current(InstanceEventKeys.REFRESH);
        if (!refresh.isEmpty()) {
            refresh.fire(new RefreshEvent<>(state, null, null));
        }
    }
}
