package dev.grapnel.core.state;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The description of one enhanced class: its persistent fields, and the link to the manager that watches it while it is mapped.
 *
 * <p>Each enhanced class holds its description in a static final field, so that generated code reaches the mutable parts here (is somebody
 * watching this field, which manager) through a constant.
 */
public final class EnhancedType {
    private static final Map<Class<?>, EnhancedType> KNOWN = new WeakHashMap<>();

    private final MethodHandles.Lookup lookup;
    private final @Nullable EnhancedType parent;
    private final int base;
    private final String[] names;
    private final int count;
    private volatile @Nullable TypeManager manager;
    private volatile boolean wantsArguments;
    private volatile long watched;
    private @Nullable String notLoadableBecauseOf;

    private EnhancedType(MethodHandles.Lookup lookup, @Nullable EnhancedType parent, String[] names) {
        this.lookup = lookup;
        this.parent = parent;
        this.base = parent == null ? 0 : parent.count();
        this.names = names.clone();
        this.count = base + names.length;
    }

    /**
     * Called by the static initialiser of an enhanced class.
     *
     * @param lookup of the class itself
     * @param parent the description of its nearest enhanced superclass, or null
     * @param names its own persistent fields in order
     * @return the description
     */
    public static EnhancedType of(MethodHandles.Lookup lookup, @Nullable EnhancedType parent, String[] names) {
        EnhancedType type = new EnhancedType(lookup, parent, names);
        synchronized (KNOWN) {
            KNOWN.put(lookup.lookupClass(), type);
        }
        return type;
    }

    /**
     * The description of a class.
     *
     * @param type any class; it is initialised if it was not
     * @return its description, or null if the class is not enhanced
     */
    public static @Nullable EnhancedType find(Class<?> type) {
        if (!Enhanced.class.isAssignableFrom(type)) {
            return null;
        }
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new LinkageError("class " + type.getName() + " vanished from its class loader", impossible);
        }
        synchronized (KNOWN) {
            return KNOWN.get(type);
        }
    }

    /** Called by generated code for an index that no field has. */
    @SuppressWarnings("DoNotCallSuggester") // the answer of generated accessors, which need a value to return
    public static Object noSuchField(Object object, int index) {
        throw new IllegalArgumentException(
                "Object of " + object.getClass().getName() + " has no persistent field of this kind at index " + index
                        + ". This is a defect: the description and the class do not belong together; enhance and compile again.");
    }

    /** Number of persistent fields of all enhanced superclasses: the index of the first own field. */
    public int base() {
        return base;
    }

    /** Number of persistent fields, inherited ones included. */
    public int count() {
        return count;
    }

    /**
     * The index of a field, own or inherited; the nearest one wins where a name is hidden.
     *
     * @param name the name of the field
     * @return its index, or -1
     */
    public int indexOf(String name) {
        for (int at = 0; at < names.length; at++) {
            if (names[at].equals(name)) {
                return base + at;
            }
        }
        return parent == null ? -1 : parent.indexOf(name);
    }

    /** The name of a field by index, own or inherited. */
    public String name(int index) {
        return index >= base || parent == null ? names[index - base] : parent.name(index);
    }

    /** The class that declares a field. */
    public Class<?> declaringClass(int index) {
        return index >= base || parent == null ? type() : parent.declaringClass(index);
    }

    /**
     * The declared type of a field. Finds it by reflection, so ask once.
     *
     * @param index the field
     * @return the type; {@code Object} where the class file or a native image does not tell
     */
    public Class<?> fieldType(int index) {
        try {
            return declaringClass(index).getDeclaredField(name(index)).getType();
        } catch (NoSuchFieldException untold) {
            return Object.class;
        }
    }

    /** The class described. */
    public Class<?> type() {
        return lookup.lookupClass();
    }

    /** Full access to the class, for set-up work only. */
    public MethodHandles.Lookup lookup() {
        return lookup;
    }

    /** The description of the nearest enhanced superclass, or null. */
    public @Nullable EnhancedType parent() {
        return parent;
    }

    /** The manager of the class while it is mapped, else null. */
    public @Nullable TypeManager manager() {
        return manager;
    }

    /** Links the manager when the class is mapped, and unlinks it (null) when its registry is disposed. */
    public void manager(@Nullable TypeManager linked) {
        this.manager = linked;
    }

    /** Whether constructors are to report their arguments. */
    public boolean wantsArguments() {
        return wantsArguments;
    }

    /** Switches the reporting of constructor arguments on. */
    public void wantArguments() {
        this.wantsArguments = true;
    }

    /** Whether writes of a field have to be reported even if nothing more is to be recorded. */
    boolean isWatched(int index) {
        return index >= 64 || (watched & (1L << index)) != 0;
    }

    /**
     * Says whether somebody watches a field; passed on to the class that declares it.
     *
     * @param index the field
     * @param on true: every write is reported
     */
    public void watch(int index, boolean on) {
        if (index >= 64) {
            return;
        }
        if (parent != null && index < base) {
            parent.watch(index, on);
            return;
        }
        synchronized (this) {
            watched = on ? watched | (1L << index) : watched & ~(1L << index);
        }
    }

    /** Nobody watches the fields that the class declares any more; for a class that is released. */
    public void unwatch() {
        synchronized (this) {
            watched = 0;
        }
    }

    /** Called by the static initialiser: no constructor for loading could be made because of a superclass. */
    public void notLoadable(String superclass) {
        this.notLoadableBecauseOf = superclass;
    }

    /** The superclass that stands in the way of loading, or null if objects can be made for loading. */
    public @Nullable String notLoadableBecauseOf() {
        return notLoadableBecauseOf;
    }
}
