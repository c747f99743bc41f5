package dev.grapnel.core.state;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Stands for the state of the runtime. */
public final class InstanceState implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<Integer, Object> absent = new HashMap<>();
    private boolean direct;

    public boolean isAbsent(int index) {
        return absent.containsKey(index);
    }

    public boolean isDirect(int index, EnhancedType type) {
        return direct;
    }

    /** Has the next reads of a field give this value. */
    public InstanceState absent(int index, Object value) {
        absent.put(index, value);
        return this;
    }

    public Object valueOfAbsent(int index) {
        return absent.get(index);
    }

    public InstanceState direct() {
        direct = true;
        return this;
    }
}
