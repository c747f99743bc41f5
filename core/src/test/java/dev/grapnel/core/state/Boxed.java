package dev.grapnel.core.state;

import dev.grapnel.core.instrument.InstrumentationManager;
import dev.grapnel.core.instrument.InstrumentedBy;
import dev.grapnel.core.instrument.ValueStorage;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Its values are in a map. */
@Entity
@InstrumentedBy(Boxed.InMap.class)
class Boxed {
    @Id
    String name;

    @Transient
    Map<String, @Nullable Object> box;

    static final class InMap implements InstrumentationManager, ValueStorage {
        @Override
        public ValueStorage storage(Class<?> type) {
            return this;
        }

        @Override
        public void initialize(Object instance) {
            ((Boxed) instance).box = new HashMap<>();
        }

        @Override
        public Map<String, @Nullable Object> values(Object instance) {
            return ((Boxed) instance).box;
        }
    }
}
