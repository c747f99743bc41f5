package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.MapperExtensionFactory;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.schema.DocumentSchema;
import dev.grapnel.mongo.schema.FieldSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How a class is to be mapped onto a collection, said step by step (statement ODM-M1).
 *
 * <pre>{@code
 * registry.map(DocumentMapping.of(Contact.class)
 *         .collection("contacts")
 *         .field("id", "_id", Schema.objectId())
 *         .field("name", Schema.string().required(), FieldOption.UNIQUE)
 *         .foreignId("companyId", Company.class)
 *         .relation("company", Company.class)
 *         .extensions(mapper -> new Audit()));
 * }</pre>
 *
 * <p>An attribute needs no field in the class: without one it is read and set by its name, through
 * {@link dev.grapnel.mongo.ObjectState}.
 *
 * @param <T> the class
 */
public final class DocumentMapping<T> {
    private final Class<T> type;
    private final Map<String, DocumentField> fields = new LinkedHashMap<>();
    private final Map<String, RelationDeclaration> relations = new LinkedHashMap<>();
    private final List<IndexDeclaration> indexes = new ArrayList<>();
    private @Nullable List<MapperExtensionFactory<?>> extensions;
    private @Nullable String collection;
    private @Nullable OdmSession session;
    private @Nullable String discriminator;
    private @Nullable Object identity;
    private @Nullable OlderVersion older;
    private @Nullable Consumer<Document> beforeSave;
    private @Nullable String version;
    private boolean wholeCollection;

    private DocumentMapping(Class<T> type) {
        this.type = type;
    }

    /**
     * Begins the mapping of a class.
     *
     * @param type an enhanced class
     * @param <T> the class
     * @return the mapping, without fields
     */
    public static <T> DocumentMapping<T> of(Class<T> type) {
        return new DocumentMapping<>(type);
    }

    /** The collection; a class below a mapped one has that of the one above. */
    public DocumentMapping<T> collection(String name) {
        this.collection = name;
        return this;
    }

    /**
     * The session that {@link DocumentMapper#create} saves into. A proxy makes its real session when the class is mapped (statement ODM-N5).
     *
     * @param bound the session or proxy; objects of a class without one belong to nobody until they are saved (statement ODM-M2)
     */
    public DocumentMapping<T> session(OdmSession bound) {
        this.session = bound;
        return this;
    }

    /** A field with the same name in class and document. */
    public DocumentMapping<T> field(String name, FieldSchema schema, FieldOption... options) {
        return field(name, name, schema, options);
    }

    /** A field. */
    public DocumentMapping<T> field(String attribute, String storedName, FieldSchema schema, FieldOption... options) {
        return add(DocumentField.plain(attribute, storedName, schema, options));
    }

    /** The id of an object of another class; null by default. */
    public DocumentMapping<T> foreignId(String name, Class<?> target, FieldOption... options) {
        return add(DocumentField.foreign(name, name, target, false, options));
    }

    /** A list of ids of objects of another class; empty by default. */
    public DocumentMapping<T> foreignIds(String name, Class<?> target, FieldOption... options) {
        return add(DocumentField.foreign(name, name, target, true, options));
    }

    DocumentMapping<T> add(DocumentField field) {
        if (field.list() && field.has(FieldOption.ALLOW_NULL)) {
            throw new MappingException("Cannot map " + type.getName() + '.' + field.attribute()
                    + ": a list of foreign ids cannot be null. Leave ALLOW_NULL out.");
        }
        requireNew(field.attribute());
        fields.put(field.attribute(), field);
        return this;
    }

    private void requireNew(String attribute) {
        if (fields.containsKey(attribute) || relations.containsKey(attribute)) {
            throw new MappingException("Cannot map " + type.getName() + '.' + attribute
                    + ": it is mapped twice. Map each attribute once.");
        }
    }

    /** The objects at the other end of the only foreign id between two classes. */
    public DocumentMapping<T> relation(String attribute, Class<?> target) {
        return relation(attribute, target, Via.any());
    }

    /** The objects at the other end of a foreign id. */
    public DocumentMapping<T> relation(String attribute, Class<?> target, Via via) {
        requireNew(attribute);
        relations.put(attribute, new RelationDeclaration(attribute, target, via));
        return this;
    }

    /** The field that says of which class an object is (statement ODM-Y1). */
    public DocumentMapping<T> polymorphicOn(String attribute) {
        this.discriminator = attribute;
        return this;
    }

    /** The value of that field for this class. */
    public DocumentMapping<T> polymorphicIdentity(Object value) {
        this.identity = value;
        return this;
    }

    /** The extensions, made when the class is mapped. A subclass that says nothing gets those of its superclass, made anew (statement ODM-M4). */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final DocumentMapping<T> extensions(MapperExtensionFactory<? super T>... factories) {
        return extensions(List.of(factories));
    }

    /** The extensions, as a list of factories of which only the program knows for which classes they are. */
    public DocumentMapping<T> extensions(List<? extends MapperExtensionFactory<?>> factories) {
        this.extensions = List.copyOf(factories);
        return this;
    }

    /** An index of fields, by their stored names. */
    public DocumentMapping<T> index(String... storedNames) {
        return index(IndexDeclaration.on(storedNames));
    }

    /** A unique index of fields, by their stored names. */
    public DocumentMapping<T> uniqueIndex(String... storedNames) {
        return index(IndexDeclaration.on(storedNames).asUnique());
    }

    /** An index. */
    public DocumentMapping<T> index(IndexDeclaration declared) {
        indexes.add(declared);
        return this;
    }

    /**
     * The version before this one: documents that do not fit any more are migrated when they are loaded (statement ODM-G1).
     *
     * @param schema the fields they had
     * @param migrate makes a document of this version
     */
    public DocumentMapping<T> versionOf(DocumentSchema schema, UnaryOperator<Document> migrate) {
        return versionOf(new OlderVersion(schema, migrate, null));
    }

    /** The versions before this one. */
    public DocumentMapping<T> versionOf(OlderVersion before) {
        this.older = before;
        return this;
    }

    /** Changes what is written, after all before hooks; it does not appear on the object (statement ODM-B1). */
    public DocumentMapping<T> beforeSave(Consumer<Document> change) {
        this.beforeSave = change;
        return this;
    }

    /**
     * The attribute that counts the writes of a document: an update or delete of one that somebody else has written meanwhile is refused.
     *
     * @param attribute a field of a whole number
     */
    public DocumentMapping<T> versionedBy(String attribute) {
        this.version = attribute;
        return this;
    }

    /** Queries of a subclass see the documents of the whole collection, and not those of the subclass only (statement ODM-Y3). */
    public DocumentMapping<T> queriesWholeCollection() {
        this.wholeCollection = true;
        return this;
    }

    // ---- for the mapper ----

    Class<T> type() {
        return type;
    }

    Map<String, DocumentField> fields() {
        return fields;
    }

    Map<String, RelationDeclaration> relations() {
        return relations;
    }

    List<IndexDeclaration> indexes() {
        return indexes;
    }

    @Nullable List<MapperExtensionFactory<?>> extensions() {
        return extensions;
    }

    @Nullable String collection() {
        return collection;
    }

    @Nullable OdmSession session() {
        return session;
    }

    @Nullable String discriminator() {
        return discriminator;
    }

    @Nullable Object identity() {
        return identity;
    }

    @Nullable OlderVersion older() {
        return older;
    }

    @Nullable Consumer<Document> beforeSave() {
        return beforeSave;
    }

    @Nullable String version() {
        return version;
    }

    boolean wholeCollection() {
        return wholeCollection;
    }
}
