package dev.grapnel.mongo.attribute;

import com.mongodb.client.model.Filters;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.mongo.mapping.StoredAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a document class: a target for attribute events, and the way to conditions about the stored field.
 *
 * <pre>{@code
 * Events.on(Contact_.phone).replaceOnSet(e -> digits(e.value()));
 * session.find(Contact.class, Filters.and(Contact_.kind.eq(Kind.WORK), Contact_.name.exists()));
 * }</pre>
 *
 * <p>Values in conditions are those of the class, and are put into the form that is stored. For all that the driver can say besides there is
 * {@link #storedName}.
 *
 * @param <T> the class that has the attribute
 * @param <V> the type of the attribute
 */
public class DocumentAttribute<T, V> implements Attribute<T, V> {
    private final Class<T> owner;
    private final String attribute;
    private final Class<V> type;

    /**
     * Names an attribute; called by generated code of classes whose objects are within documents.
     *
     * @param owner the class of the documents
     * @param attribute its name, with the names on the way to it
     * @param type of the attribute
     */
    protected DocumentAttribute(Class<T> owner, String attribute, Class<V> type) {
        this.owner = owner;
        this.attribute = attribute;
        this.type = type;
    }

    /**
     * Names an attribute; called by generated code.
     *
     * @param owner the class that has the attribute
     * @param attribute its name
     * @param type of the attribute; of a primitive its wrapper
     * @param <T> the class that has the attribute
     * @param <V> the type of the attribute
     * @return the constant; whether there is such an attribute shows when it is used
     */
    public static <T, V> DocumentAttribute<T, V> of(Class<T> owner, String attribute, Class<V> type) {
        return new DocumentAttribute<>(owner, attribute, type);
    }

    /**
     * An attribute of the objects that this one holds, or that are in the list or map that it holds, for conditions.
     *
     * @param name of the attribute in its class
     * @param partType of it; of a primitive its wrapper
     * @param <P> its type
     * @return the attribute of the document, named by the path; events are those of the outermost attribute
     */
    public final <P> DocumentAttribute<T, P> part(String name, Class<P> partType) {
        return new DocumentAttribute<>(owner, path(name), partType);
    }

    /**
     * The name of a part, from the document on; for generated code.
     *
     * @param name of the attribute in its class
     * @return the names with dots between
     */
    protected final String path(String name) {
        return attribute + '.' + name;
    }

    @Override
    public final Class<T> ownerType() {
        return owner;
    }

    @Override
    public final String attributeName() {
        return attribute;
    }

    /** {@return the type of the attribute} */
    public final Class<V> type() {
        return type;
    }

    private StoredAttribute stored() {
        return StoredAttribute.of(owner, attribute);
    }

    /**
     * The name of the field in documents, for filters, changes and sorts of the driver.
     *
     * @return the name
     * @throws dev.grapnel.core.error.UnmappedClassException if the class is not mapped
     * @throws dev.grapnel.core.error.InvalidArgumentException if no field of its documents holds the attribute
     */
    public final String storedName() {
        return stored().name();
    }

    // ---- conditions ----

    /** {@return whether the field has a value; null also stands for a field that is not there} */
    public final Bson eq(@Nullable V value) {
        StoredAttribute stored = stored();
        return Filters.eq(stored.name(), stored.form(value));
    }

    /** {@return whether the field has another value, or is not there} */
    public final Bson ne(@Nullable V value) {
        StoredAttribute stored = stored();
        return Filters.ne(stored.name(), stored.form(value));
    }

    /** {@return whether the field has one of some values} */
    public final Bson in(Collection<? extends V> values) {
        StoredAttribute stored = stored();
        List<@Nullable Object> forms = new ArrayList<>(values.size());
        values.forEach(value -> forms.add(stored.form(value)));
        return Filters.in(stored.name(), forms);
    }

    /** {@return whether the field is greater than a value} */
    public final Bson gt(V value) {
        StoredAttribute stored = stored();
        return Filters.gt(stored.name(), stored.formOfPresent(value));
    }

    /** {@return whether the field is greater than a value, or equal to it} */
    public final Bson gte(V value) {
        StoredAttribute stored = stored();
        return Filters.gte(stored.name(), stored.formOfPresent(value));
    }

    /** {@return whether the field is less than a value} */
    public final Bson lt(V value) {
        StoredAttribute stored = stored();
        return Filters.lt(stored.name(), stored.formOfPresent(value));
    }

    /** {@return whether the field is less than a value, or equal to it} */
    public final Bson lte(V value) {
        StoredAttribute stored = stored();
        return Filters.lte(stored.name(), stored.formOfPresent(value));
    }

    /** {@return whether the document has the field, be it with null} */
    public final Bson exists() {
        return Filters.exists(storedName());
    }

    @Override
    public final String toString() {
        return owner.getSimpleName() + '.' + attribute;
    }
}
