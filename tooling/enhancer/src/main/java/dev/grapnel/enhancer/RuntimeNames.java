package dev.grapnel.enhancer;

/**
 * The names by which an enhanced class and the runtime know each other: all of them, and nowhere else.
 *
 * <p>The enhancer does not depend on the runtime, so that it can work in a build that has none on its own class path.
 * The page {@code docs/architecture/enhanced-classes.md} is the contract that these names follow.
 */
final class RuntimeNames {

    static final String ENHANCED = "dev/grapnel/core/state/Enhanced";
    static final String ENHANCED_TYPE = "dev/grapnel/core/state/EnhancedType";
    static final String INSTANCE_STATE = "dev/grapnel/core/state/InstanceState";
    static final String STATE_HOLDER = "dev/grapnel/core/state/StateHolder";
    static final String FIELD_VALUES = "dev/grapnel/core/state/FieldValues";
    static final String LOAD_MARKER = "dev/grapnel/core/state/LoadMarker";
    static final String INTERCEPTION = "dev/grapnel/core/instrument/Interception";
    static final String CONSTRUCTION = "dev/grapnel/core/instrument/Construction";

    static final String ENHANCED_DESCRIPTOR = "L" + ENHANCED + ";";
    static final String TYPE_DESCRIPTOR = "L" + ENHANCED_TYPE + ";";
    static final String STATE_DESCRIPTOR = "L" + INSTANCE_STATE + ";";
    static final String READ_STATE = "()" + STATE_DESCRIPTOR;
    static final String WRITE_STATE = "(" + STATE_DESCRIPTOR + ")V";
    static final String LOADING_CONSTRUCTOR = "(L" + LOAD_MARKER + ";)V";

    /** The state slot, and the two methods of {@code Enhanced} that read and write it. */
    static final String STATE = "$grapnel$state";

    /** The two methods of {@code StateHolder} that read and write the state of a class without a slot. */
    static final String HELD_STATE = "instanceState";

    /** The static field that holds the type, and the method of {@code Enhanced} that returns it. */
    static final String TYPE = "$grapnel$type";

    static final String BASE = "$grapnel$base";
    static final String NEW_INSTANCE = "$grapnel$newInstance";
    static final String NEW_INSTANCE_DESCRIPTOR = "(L" + LOAD_MARKER + ";)" + ENHANCED_DESCRIPTOR;

    /** Prefixes of the accessors of one field; the name of the field follows. */
    static final String READ_ACCESSOR = "$grapnel$get$";

    static final String WRITE_ACCESSOR = "$grapnel$set$";
    static final String INITIALIZE_ACCESSOR = "$grapnel$ini$";
    static final String SLOW_READ = "$grapnel$read$";
    static final String SLOW_WRITE = "$grapnel$write$";

    /** Prefixes of the hooks of one constructor; the position of the constructor follows. */
    static final String LEAF_HOOK = "$grapnel$leaf$";

    static final String INIT_HOOK = "$grapnel$init$";

    /** Prefixes of the accessors by index; the name of a {@link ValueForm} follows. */
    static final String READ_BY_INDEX = "$grapnel$get";

    static final String WRITE_BY_INDEX = "$grapnel$put";

    /** The method of {@code Enhanced} that fills all fields from one row. */
    static final String FILL = "$grapnel$fill";

    static final String FILL_DESCRIPTOR = "(L" + FIELD_VALUES + ";[I)V";

    static final String ENTITY = "Ljakarta/persistence/Entity;";
    static final String MAPPED_SUPERCLASS = "Ljakarta/persistence/MappedSuperclass;";
    static final String EMBEDDABLE = "Ljakarta/persistence/Embeddable;";
    static final String TRANSIENT = "Ljakarta/persistence/Transient;";

    private RuntimeNames() {}
}
