package dev.grapnel.resultcache;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.BasicProperty;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Property;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.Session;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain values of an object.
 *
 * @param type its class
 * @param values by attribute name; those that were not in memory are missing, and loaded when they are read
 */
record KeptObject(Class<?> type, Map<String, @Nullable Object> values) implements Serializable {

    static KeptObject of(InstanceState state) {
        Mapper mapper = Mapper.of(state);
        ClassManager manager = mapper.manager();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Property property : mapper.properties()) {
            AttributeTracker attribute = manager.tracker(property.name());
            if (property instanceof BasicProperty && state.has(attribute.index())) {
                values.put(property.name(), attribute.copied(state.value(attribute.index())));
            }
        }
        return new KeptObject(mapper.type(), values);
    }

    /** Makes the object anew in a session that does not have it. */
    Object enter(Session session, IdentityKey key) {
        ClassManager manager = session.factory().registry().mapper(type).manager();
        Enhanced copy = manager.newInstance();
        Instance<Object> instance = Instance.of(copy);
        values.forEach(instance::setCommitted);
        instance.state().key(key);
        return session.merge((Object) copy, false);
    }
}
