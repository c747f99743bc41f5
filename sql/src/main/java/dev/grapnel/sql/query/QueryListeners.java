package dev.grapnel.sql.query;

import dev.grapnel.core.session.BulkDeleteContext;
import dev.grapnel.core.session.BulkUpdateContext;
import dev.grapnel.core.session.Session;
import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.Registration;
import dev.grapnel.events.ValueEvent;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tells the listeners of a query object, each of the query that the one before it left. */
final class QueryListeners {
    private final Dispatch dispatch;

    QueryListeners(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    LegacyQuery<?> beforeCompile(LegacyQuery<?> query) {
        return tell(QueryEventKeys.BEFORE_COMPILE, query, CompileEvent::new, replaced -> {});
    }

    LegacyQuery<?> beforeCompileUpdate(LegacyQuery<?> query, BulkUpdateContext<Session> context) {
        return tell(
                QueryEventKeys.BEFORE_COMPILE_UPDATE,
                query,
                current -> new CompileUpdateEvent(current, context),
                context::replaceQuery);
    }

    LegacyQuery<?> beforeCompileDelete(LegacyQuery<?> query, BulkDeleteContext<Session> context) {
        return tell(
                QueryEventKeys.BEFORE_COMPILE_DELETE,
                query,
                current -> new CompileDeleteEvent(current, context),
                context::replaceQuery);
    }

    private <E extends ValueEvent<LegacyQuery<?>>> LegacyQuery<?> tell(
            EventKey<E> key,
            LegacyQuery<?> query,
            Function<LegacyQuery<?>, E> event,
            Consumer<LegacyQuery<?>> replaced) {
        LegacyQuery<?> current = query;
        for (Registration<E> registration : dispatch.current(key).snapshot()) {
            E told = event.apply(current);
            registration.call(told);
            LegacyQuery<?> given = told.value();
            if (given != null) {
                current = given;
                replaced.accept(given);
            }
        }
        return current;
    }
}
