package dev.grapnel.conformance.odm.model;

import dev.grapnel.conformance.format.FormatException;
import dev.grapnel.conformance.odm.format.ClassDeclaration;
import dev.grapnel.conformance.odm.format.FieldDeclaration;
import dev.grapnel.conformance.odm.trace.Entries;
import dev.grapnel.conformance.odm.trace.Values;
import dev.grapnel.conformance.odm.trace.Words;
import dev.grapnel.mongo.MapperExtensionFactory;
import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The classes of a scenario and their mapping. */
public final class Model implements AutoCloseable {
    private final List<ClassDeclaration> declarations;
    private final Map<String, Class<?>> types = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Map<String, DocumentMapper> mappers = new LinkedHashMap<>();
    private final DocumentRegistry registry = DocumentRegistry.create();

    /**
     * Makes the classes; nothing is mapped yet.
     *
     * @param declarations of the scenario, each after the one it extends
     */
    public Model(List<ClassDeclaration> declarations) {
        this.declarations = declarations;
        GeneratedClasses classes = new GeneratedClasses();
        for (ClassDeclaration declared : declarations) {
            String base = declared.superclass();
            Class<?> type = classes.make(declared.name(), base == null ? null : type(base));
            types.put(declared.name(), type);
            names.put(type, declared.name());
        }
    }

    /**
     * What classes are mapped with.
     *
     * @param sessions gives the session of a class by its name; null stands for the first one
     * @param extensions gives the factory of an extension
     * @param values reads values
     * @param words tells documents
     * @param entries that functions are recorded in
     */
    public record Surroundings(
            Function<@Nullable String, OdmSession> sessions,
            Function<String, MapperExtensionFactory<?>> extensions,
            Values values,
            Words words,
            Entries entries) {}

    /**
     * Maps all classes in order.
     *
     * @param around what they are mapped with
     */
    public void map(Surroundings around) {
        for (ClassDeclaration declared : declarations) {
            mappers.put(declared.name(), registry.map(mapping(declared, around)));
        }
    }

    private DocumentMapping<?> mapping(ClassDeclaration declared, Surroundings around) {
        DocumentMapping<?> mapping = DocumentMapping.of(type(declared.name()));
        mapping.queriesWholeCollection();
        String collection = declared.collection();
        if (collection != null) {
            mapping.collection(collection);
        }
        if (!declared.ownSession() || declared.session() != null) {
            mapping.session(around.sessions().apply(declared.session()));
        }
        addHierarchy(declared, mapping, around);
        List<String> extensions = declared.extensions();
        if (extensions != null) {
            mapping.extensions(extensions.stream().map(around.extensions()).toList());
        }
        new ClassFields(this, new Schemas(around.values())).addTo(mapping, declared);
        addFunctions(declared, mapping, around);
        return mapping;
    }

    private static void addHierarchy(ClassDeclaration declared, DocumentMapping<?> mapping, Surroundings around) {
        String field = declared.polymorphicOn();
        if (field != null) {
            mapping.polymorphicOn(field);
        }
        if (!declared.polymorphicIdentity().isMissingNode()) {
            mapping.polymorphicIdentity(around.values().required(declared.polymorphicIdentity()));
        }
    }

    private void addFunctions(ClassDeclaration declared, DocumentMapping<?> mapping, Surroundings around) {
        DocumentFunctions functions = new DocumentFunctions(around.values(), around.words(), around.entries());
        List<FieldDeclaration> older = declared.versionOf();
        if (older != null) {
            mapping.versionOf(new ClassFields(this, new Schemas(around.values())).schemaOf(older), document -> {
                functions.of("migrate", declared.name(), declared.migrate()).accept(document);
                return document;
            });
        }
        if (declared.beforeSave() != null) {
            mapping.beforeSave(functions.of("before_save", declared.name(), declared.beforeSave()));
        }
    }

    /**
     * A class by its name.
     *
     * @param name of the scenario
     * @return the generated class
     */
    public Class<?> type(String name) {
        Class<?> type = types.get(name);
        if (type == null) {
            throw new FormatException(
                    "The scenario declares no class '" + name + "'. It declares " + types.keySet() + ".");
        }
        return type;
    }

    /**
     * The name of a class.
     *
     * @param type any
     * @return the scenario's, or null for classes that are not its own
     */
    public @Nullable String nameOf(Class<?> type) {
        return names.get(type);
    }

    /**
     * The mapper of a class.
     *
     * @param name of the scenario
     * @return its mapper
     */
    public DocumentMapper mapper(String name) {
        DocumentMapper mapper = mappers.get(name);
        if (mapper == null) {
            throw new FormatException("The class '" + name + "' is not mapped at this point of the scenario.");
        }
        return mapper;
    }

    /** Frees the classes. */
    @Override
    public void close() {
        registry.dispose();
    }
}
