package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.core.error.ValidationException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.mongo.FindOptions;
import dev.grapnel.mongo.MapperExtension;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.command.StoredRow;
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
    private final InheritedMapping inherited;
    private final FieldTable table = new FieldTable(this);
    private final DocumentIds ids = new DocumentIds(table);
    private final DocumentForm form = new DocumentForm(this);
    private final Hierarchy hierarchy = new Hierarchy(this);
    private List<MapperExtension<Object>> extensions = List.of();
    private @Nullable VersionCounter version;

    DocumentMapper(DocumentRegistry registry, DocumentMapping<?> mapping, @Nullable DocumentMapper above) {
        super(registry, mapping.type(), above);
        this.mapping = mapping;
        this.above = above;
        this.inherited = new InheritedMapping(mapping, above == null ? null : above.inherited);
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
        String attribute = inherited.version();
        return attribute == null ? null : VersionCounter.of(table.byAttribute(attribute), ids.field());
    }

    @Override
    protected void configureStorage(Relationship late) {
        throw new MappingException("Cannot add relationship " + late + " to " + type().getName()
                + ": relations of documents are declared with its mapping.");
    }

    void makeExtensions() {
        List<MapperExtension<Object>> made = new ArrayList<>();
        for (var factory : inherited.extensions()) {
            made.add(cast(factory.create(this)));
        }
        extensions = List.copyOf(made);
    }

    @SuppressWarnings("unchecked") // an extension listed with a class is for its objects
    private static MapperExtension<Object> cast(MapperExtension<?> extension) {
        return (MapperExtension<Object>) extension;
    }

    // ---- what it is ----

    /** The collection. */
    public String collection() {
        return inherited.collection();
    }

    /** The session that {@link #create} saves into, or null. */
    public @Nullable OdmSession session() {
        return inherited.session();
    }

    /** The extensions, in order. */
    public List<MapperExtension<Object>> extensions() {
        return extensions;
    }

    /** What is done to a document before it is written. */
    public Consumer<Document> beforeSave() {
        return inherited.beforeSave();
    }

    /** The indexes that the class and those above it declare (statement ODM-X1). */
    public List<IndexDeclaration> indexes() {
        List<IndexDeclaration> all = new ArrayList<>();
        fields().stream()
                .map(field -> field.declared().index())
                .filter(Objects::nonNull)
                .forEach(all::add);
        all.addAll(inherited.indexes());
        return all;
    }

    /** What counts the writes of a document, or null. */
    public @Nullable VersionCounter version() {
        return version;
    }

    /** The ids of the documents. */
    public DocumentIds ids() {
        return ids;
    }

    InheritedMapping inherited() {
        return inherited;
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
    public Row read(StoredRow row, FindOptions options) {
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
        ids.field().store(state, ids.inMemory(storedId));
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
}
