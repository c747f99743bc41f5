package dev.grapnel.mongo.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.core.session.callback.LifecycleCallbacks;
import dev.grapnel.mongo.OdmSession;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are mapped onto collections.
 *
 * <p>A class is mapped by at most one live registry; {@link #dispose} frees it. Thread-safe.
 */
public final class DocumentRegistry extends MapperRegistry {
    private final LifecycleCallbacks callbacks = LifecycleCallbacks.ofDocuments();

    private DocumentRegistry() {}

    /** A registry without classes. */
    public static DocumentRegistry create() {
        return new DocumentRegistry();
    }

    /**
     * Maps a class; its superclass first, if that is mapped too.
     *
     * @param mapping how
     * @return the mapper
     * @throws MappingException if it cannot be mapped, or is mapped already
     * @throws dev.grapnel.core.error.NotEnhancedException if the class is not enhanced
     */
    public synchronized DocumentMapper map(DocumentMapping<?> mapping) {
        DocumentMapper above = above(mapping.type());
        if (above == null && mapping.collection() == null) {
            throw new MappingException("Cannot map class " + mapping.type().getName()
                    + ": it has no collection. Name one with collection(…), or map its superclass first.");
        }
        OdmSession session = mapping.session();
        if (session != null) {
            session.current();
        }
        DocumentMapper mapper = new DocumentMapper(this, mapping, above);
        construct(mapper);
        mapper.makeExtensions();
        return mapper;
    }

    /**
     * Maps classes as their fields and annotations say: superclasses before their subclasses.
     *
     * <pre>{@code
     * @Entity @StoredIn("contacts")
     * class Contact {
     *     @Id ObjectId id;
     *     @DocumentField(unique = true) String name;
     *     List<String> phones = new ArrayList<>();
     *     @ForeignId(Company.class) ObjectId companyId;
     *     @Related Company company;
     *     @Version int version;
     * }
     * }</pre>
     *
     * @param types annotated with {@code @Entity}
     * @throws MappingException if one cannot be mapped; those before it stay mapped
     */
    public synchronized void map(Class<?>... types) {
        for (Class<?> type : types) {
            map(AnnotatedMapping.of(type));
        }
    }

    @Override
    protected void built(Mapper mapper) {
        callbacks.attach(mapper);
    }

    private @Nullable DocumentMapper above(Class<?> type) {
        for (Class<?> at = type.getSuperclass(); at != null; at = at.getSuperclass()) {
            if (find(at) instanceof DocumentMapper mapper) {
                return mapper;
            }
        }
        return null;
    }
}
