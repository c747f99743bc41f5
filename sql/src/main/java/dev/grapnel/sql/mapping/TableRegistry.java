package dev.grapnel.sql.mapping;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.mapping.annotation.Converters;
import dev.grapnel.sql.mapping.annotation.WrittenEntity;
import dev.grapnel.sql.mapping.builder.EntityMapping;
import dev.grapnel.sql.mapping.declaration.EntityDeclaration;
import dev.grapnel.sql.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mappers of a set of annotated classes, and the tables they need.
 *
 * <p>Thread-safe. Give all classes in one call where you can: a class whose columns another class asks for with a {@code @JoinColumn} of its
 * {@code @OneToMany} has to be added not later than the first object of it is made.
 */
public class TableRegistry extends MapperRegistry {
    private final Declarations declarations = new Declarations();
    private final TableBook book = new TableBook();
    private final Map<Class<?>, TableMapper> constructed = new LinkedHashMap<>();
    private final Set<Class<?>> superclasses = new HashSet<>();
    private final ColumnsOfTargets columnsOfTargets = new ColumnsOfTargets(this);

    /** Begins an empty registry. */
    protected TableRegistry() {}

    /**
     * Maps classes: superclasses before their subclasses, otherwise in the order given. Converters that apply by themselves are given among
     * them, and apply to the classes of this and later calls.
     *
     * @param types annotated with {@code @Entity}, and converters
     * @throws MappingException if one cannot be mapped, or another registry maps it; the message names the class and field, and says what to do
     * @throws dev.grapnel.core.error.NotEnhancedException if one is not enhanced
     */
    public final synchronized void add(Class<?>... types) {
        Map<Class<?>, EntityDeclaration> batch = new LinkedHashMap<>();
        List<Class<?>> entities = new ArrayList<>();
        for (Class<?> type : types) {
            if (Converters.isConverter(type)) {
                declarations.converters().add(type);
            } else {
                entities.add(type);
            }
        }
        for (Class<?> type : entities) {
            if (batch.put(type, readNew(type)) != null) {
                throw new MappingException(
                        "Cannot map class " + type.getName() + ": it is given twice. Add each class once.");
            }
        }
        batch.values().forEach(declaration -> noteParent(declaration, batch.keySet()));
        batch.values().forEach(this::construct);
    }

    /**
     * Maps classes by programs, by their annotations, or some of them so and some so.
     *
     * @param mappings of classes that refer to each other
     * @throws MappingException if one cannot be mapped; the message names the class and field, and says what to do
     * @throws dev.grapnel.core.error.NotEnhancedException if one is not enhanced
     */
    public final synchronized void add(EntityMapping<?>... mappings) {
        List<? extends EntityMapping<?>> fresh = Arrays.stream(mappings)
                .filter(mapping -> mapping.isWritten() && !constructed.containsKey(mapping.type()))
                .toList();
        List<WrittenEntity> written = fresh.stream().map(EntityMapping::written).toList();
        written.forEach(declarations::add);
        Map<Class<?>, Subscription> listeners = new LinkedHashMap<>();
        try {
            fresh.forEach(mapping -> listeners.put(mapping.type(), mapping.listen()));
            add(Arrays.stream(mappings).map(EntityMapping::type).toArray(Class<?>[]::new));
        } catch (RuntimeException wrong) {
            declarations.forget(written.stream()
                    .filter(entity -> !constructed.containsKey(entity.type()))
                    .toList());
            throw wrong;
        } finally {
            listeners.forEach(this::handOver);
        }
    }

    /** The listeners of a mapping go with its mapper, at once if there is none. */
    private void handOver(Class<?> type, Subscription listeners) {
        TableMapper mapper = constructed.get(type);
        if (mapper == null) {
            listeners.close();
        } else {
            mapper.own(listeners);
        }
    }

    private EntityDeclaration readNew(Class<?> type) {
        if (constructed.containsKey(type)) {
            throw new MappingException(
                    "Cannot map class " + type.getName() + ": this registry maps it already. Add each class once.");
        }
        EntityDeclaration declaration = declarations.of(type);
        DeclarationCheck.check(declaration);
        ClassManager.requireMappable(type);
        return declaration;
    }

    private void noteParent(EntityDeclaration declaration, Set<Class<?>> batch) {
        Class<?> parent = declaration.parent();
        if (parent == null) {
            return;
        }
        if (!constructed.containsKey(parent) && !batch.contains(parent)) {
            throw new MappingException(
                    "Cannot map class " + declaration.type().getName() + ": its superclass " + parent.getName()
                            + " is an entity that this registry does not map. Add that class to the registry.");
        }
        superclasses.add(parent);
    }

    private void construct(EntityDeclaration declaration) {
        if (constructed.containsKey(declaration.type())) {
            return;
        }
        Class<?> parent = declaration.parent();
        if (parent != null) {
            construct(declarations.of(parent));
        }
        TableMapper mapper = new TableMapper(this, declaration, parent == null ? null : constructed.get(parent));
        construct(mapper);
        constructed.put(declaration.type(), mapper);
    }

    /**
     * Adds an attribute without a field to a class that is mapped already, and to its mapped subclasses (rules N-5, N-9): for columns that
     * only the running program knows. It is read and set by its name, through {@code Instance}, and takes part in loading, flushing and
     * events as all others do. Objects that are loaded already load it when it is first read.
     *
     * @param type a class of this registry
     * @param name of the attribute, and of its column in the table of the class
     * @param javaType of the value
     * @throws MappingException if the class has such an attribute or column, or no column holds values of the type
     * @throws dev.grapnel.core.error.UnmappedClassException if this registry does not map the class
     */
    public final synchronized void addAttribute(Class<?> type, String name, Class<?> javaType) {
        TableMapper mapper = waiting(type);
        attributeAdded(mapper, LateAttribute.add(mapper, name, javaType));
    }

    /**
     * Adds a reference without a field to a class that is mapped already, and to its mapped subclasses (rules N-5, N-9). It may be null, is
     * loaded when it is first read, and nothing cascades along it; its foreign key is in the table of the class, in columns called by the name
     * and the key of the target, as {@code driver_id}. It is read and set by its name, through {@code Instance}.
     *
     * <pre>{@code
     * registry.addReference(Car.class, "driver", Person.class);
     * Instance.of(car).set("driver", ed);
     * }</pre>
     *
     * @param type a class of this registry
     * @param name of the reference
     * @param target the class of the objects it refers to
     * @throws MappingException if the class or one of its subclasses has such an attribute or columns, or this registry does not map the target
     * @throws dev.grapnel.core.error.UnmappedClassException if this registry does not map the class
     */
    public final synchronized void addReference(Class<?> type, String name, Class<?> target) {
        TableMapper mapper = waiting(type);
        TableMapper referred = LateReference.requireTarget(this, type, name, target);
        LateReference.add(mapper, name, referred).forEach(added -> attributeAdded(mapper, added));
    }

    /**
     * The tables of all mapped classes and their associations, in order of mapping.
     *
     * @throws MappingException if a mapping is wrong
     */
    public final List<Table> tables() {
        configure();
        return book.all();
    }

    /**
     * The mapper of a class, configured.
     *
     * @throws dev.grapnel.core.error.UnmappedClassException if this registry does not map the class
     */
    public final TableMapper mapper(Class<?> type) {
        return (TableMapper) require(type);
    }

    /**
     * The mapper of a class, configured or not; for what is configured on use.
     *
     * @param type the class
     * @return its mapper
     */
    public final TableMapper waiting(Class<?> type) {
        Mapper mapper = find(type);
        return mapper instanceof TableMapper table ? table : mapper(type);
    }

    // ---- for the mappers while they are built ----

    final Declarations declarations() {
        return declarations;
    }

    final TableBook book() {
        return book;
    }

    final synchronized @Nullable TableMapper constructed(Class<?> type) {
        return constructed.get(type);
    }

    /** Whether rows of a class without a superclass have to tell their class. */
    final boolean headsHierarchy(EntityDeclaration root) {
        return root.hierarchy().isSaid() || superclasses.contains(root.type());
    }

    /** The columns that relationships need in the tables of their targets. */
    final ColumnsOfTargets columnsOfTargets() {
        return columnsOfTargets;
    }
}
