package dev.grapnel.testkit;

import dev.grapnel.core.instrument.AttributeEvent;
import dev.grapnel.core.instrument.AttributeInstrumentEvent;
import dev.grapnel.core.instrument.BulkReplaceEvent;
import dev.grapnel.core.instrument.ClassEvent;
import dev.grapnel.core.instrument.CollectionEvent;
import dev.grapnel.core.instrument.ExpireEvent;
import dev.grapnel.core.instrument.FirstInitEvent;
import dev.grapnel.core.instrument.InstanceEvent;
import dev.grapnel.core.instrument.RefreshEvent;
import dev.grapnel.core.instrument.RefreshFlushEvent;
import dev.grapnel.core.instrument.SetEvent;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperEvent;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.session.BeginEvent;
import dev.grapnel.core.session.ObjectEvent;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.core.session.TransactionEvent;
import dev.grapnel.core.state.Enhanced;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a few words what an event is about; the name of the event stands before them. */
final class EventLine {
    private final ObjectNames names;

    EventLine(ObjectNames names) {
        this.names = names;
    }

    /** What stands behind the name of the event; empty if there is nothing to say. */
    String about(Object event) {
        if (event instanceof AttributeEvent<?, ?> attribute) {
            return aboutAttribute(attribute);
        } else if (event instanceof InstanceEvent<?> instance) {
            return names.of(instance.state().requireObject()) + aboutValues(instance);
        } else if (event instanceof ObjectEvent<?> object) {
            return names.of(object.instance());
        } else if (event instanceof PersistEvent<?> row) {
            return names.of(row.state().requireObject());
        } else if (event instanceof TransactionEvent<?> marker) {
            return marker.transaction().origin().toString();
        } else if (event instanceof BeginEvent<?> begin) {
            return begin.transaction().origin().toString();
        } else if (event instanceof OrmExecuteState statement) {
            return aboutLoad(statement);
        }
        return aboutClass(event);
    }

    private static String aboutClass(Object event) {
        if (event instanceof MapperEvent mapper) {
            return mapper.type().getSimpleName();
        } else if (event instanceof ClassEvent type) {
            return type.type().getSimpleName();
        } else if (event instanceof FirstInitEvent type) {
            return type.type().getSimpleName();
        } else if (event instanceof AttributeInstrumentEvent attribute) {
            return attribute.type().getSimpleName() + '.' + attribute.key();
        }
        return "";
    }

    private static String aboutLoad(OrmExecuteState statement) {
        Mapper mapper = statement.bindMapper();
        String what =
                statement.kind() + (mapper == null ? "" : " " + mapper.type().getSimpleName());
        if (statement.isColumnLoad()) {
            return what + " (column load)";
        }
        return statement.isRelationshipLoad() ? what + " (" + statement.loaderPath() + ")" : what;
    }

    private static String aboutValues(InstanceEvent<?> event) {
        if (event instanceof ExpireEvent<?> expire) {
            return allOr(expire.attributes());
        } else if (event instanceof RefreshEvent<?> refresh) {
            return allOr(refresh.attributes());
        } else if (event instanceof RefreshFlushEvent<?> refresh) {
            return allOr(refresh.attributes());
        }
        return "";
    }

    private static String allOr(@Nullable Collection<String> attributes) {
        return attributes == null ? " all" : " " + new TreeSet<>(attributes);
    }

    private String aboutAttribute(AttributeEvent<?, ?> event) {
        String where = names.of(event.state().requireObject())
                + '.'
                + event.attribute().name();
        if (event instanceof SetEvent<?, ?> set) {
            return where + " = " + value(set.valueOrMarker()) + " (was " + value(set.oldValueOrMarker()) + ")";
        } else if (event instanceof BulkReplaceEvent<?, ?> replace) {
            return where + " = " + values(replace.values());
        } else if (event instanceof CollectionEvent<?, ?>) {
            return where;
        }
        return where + " " + value(event.valueOrMarker());
    }

    private String values(List<?> all) {
        return all.stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
    }

    private String value(@Nullable Object value) {
        if (value instanceof Enhanced entity) {
            return names.of(entity);
        }
        return value instanceof CharSequence ? "'" + value + "'" : String.valueOf(value);
    }
}
