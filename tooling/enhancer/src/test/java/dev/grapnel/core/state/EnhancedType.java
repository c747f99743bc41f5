package dev.grapnel.core.state;

import java.lang.invoke.MethodHandles;
import java.util.List;

/** Stands for the type of the runtime, and keeps what it was told. */
public final class EnhancedType {

    private final Class<?> enhanced;
    private final EnhancedType parent;
    private final List<String> names;
    private String obstacle;

    private EnhancedType(Class<?> enhanced, EnhancedType parent, List<String> names) {
        this.enhanced = enhanced;
        this.parent = parent;
        this.names = names;
    }

    public static EnhancedType of(MethodHandles.Lookup lookup, EnhancedType parent, String[] names) {
        if (!lookup.hasFullPrivilegeAccess()) {
            throw new IllegalArgumentException("The look-up of " + lookup.lookupClass() + " has lost its rights");
        }
        return new EnhancedType(lookup.lookupClass(), parent, List.of(names));
    }

    public int base() {
        return parent == null ? 0 : parent.base() + parent.names.size();
    }

    public void notLoadable(String superclass) {
        obstacle = superclass;
    }

    public boolean wantsArguments() {
        return Recorder.wantsArguments;
    }

    public static Object noSuchField(Object self, int index) {
        throw new IndexOutOfBoundsException(self.getClass().getSimpleName() + " has no field " + index);
    }

    public Class<?> enhanced() {
        return enhanced;
    }

    public EnhancedType parent() {
        return parent;
    }

    public List<String> names() {
        return names;
    }

    public String obstacle() {
        return obstacle;
    }

    /** Returns the index of a field, of which the nearest declaration counts. */
    public int indexOf(String name) {
        return names.contains(name) ? base() + names.indexOf(name) : parent.indexOf(name);
    }

    public String nameOf(int index) {
        return index < base() ? parent.nameOf(index) : names.get(index - base());
    }
}
