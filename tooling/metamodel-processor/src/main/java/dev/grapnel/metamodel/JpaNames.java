package dev.grapnel.metamodel;

import java.util.Set;

/** The annotations that matter here, by name: the processor runs without them on its own path. */
final class JpaNames {
    static final String PACKAGE = "jakarta.persistence.";
    static final String ENTITY = PACKAGE + "Entity";
    static final String EMBEDDABLE = PACKAGE + "Embeddable";
    static final String MAPPED_SUPERCLASS = PACKAGE + "MappedSuperclass";
    static final String TRANSIENT = PACKAGE + "Transient";
    static final String ACCESS = PACKAGE + "Access";
    static final String VERSION = PACKAGE + "Version";
    static final String CONVERT = PACKAGE + "Convert";
    /** What has a value kept as one of another type. */
    static final Set<String> CONVERTING = Set.of(CONVERT, PACKAGE + "Temporal");

    static final String MAP_KEY = PACKAGE + "MapKey";
    static final String ELEMENT_COLLECTION = PACKAGE + "ElementCollection";
    static final Set<String> IDS = Set.of(PACKAGE + "Id", PACKAGE + "EmbeddedId");
    static final Set<String> EMBEDDED = Set.of(PACKAGE + "Embedded", PACKAGE + "EmbeddedId");
    static final Set<String> TO_ONE = Set.of(PACKAGE + "ManyToOne", PACKAGE + "OneToOne");
    static final Set<String> TO_MANY = Set.of(PACKAGE + "OneToMany", PACKAGE + "ManyToMany");

    /** What the fields of an embeddable class cannot have. */
    static final Set<String> NOT_IN_EMBEDDABLES = Set.of(
            PACKAGE + "Id",
            PACKAGE + "EmbeddedId",
            PACKAGE + "GeneratedValue",
            VERSION,
            ELEMENT_COLLECTION,
            PACKAGE + "ManyToOne",
            PACKAGE + "OneToOne",
            PACKAGE + "OneToMany",
            PACKAGE + "ManyToMany");

    /** What may stand at a method without mapping anything. */
    static final Set<String> AT_METHODS = Set.of(
            TRANSIENT,
            PACKAGE + "PrePersist",
            PACKAGE + "PostPersist",
            PACKAGE + "PreUpdate",
            PACKAGE + "PostUpdate",
            PACKAGE + "PreRemove",
            PACKAGE + "PostRemove",
            PACKAGE + "PostLoad");

    private JpaNames() {}
}
