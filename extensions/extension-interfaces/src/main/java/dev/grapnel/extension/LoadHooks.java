package dev.grapnel.extension;

import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;
import dev.grapnel.sql.row.AppendResultEvent;
import dev.grapnel.sql.row.CreateInstanceEvent;
import dev.grapnel.sql.row.MappedRow;
import dev.grapnel.sql.row.PopulateInstanceEvent;
import dev.grapnel.sql.row.RowEvents;
import dev.grapnel.sql.row.RowOfObject;
import dev.grapnel.sql.row.TranslateRowEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The four methods of {@link MapperExtension} for rows that are read, each with its event. */
final class LoadHooks {
    private LoadHooks() {}

    /** In the order in which they happen to a row; their indexes follow the given one. */
    static List<Hook<?>> from(int index) {
        return List.of(
                new Hook<RowCall<TranslateRowEvent, MappedRow>>(
                        index,
                        "translateRow",
                        (place, watcher) -> place.rows().translateRow(event -> {
                            RowCall<TranslateRowEvent, MappedRow> call = new RowCall<>(event);
                            watcher.on(call);
                            return call.answer();
                        }),
                        call -> call.event().mapper(),
                        LoadHooks::translateRow),
                new Hook<RowCall<CreateInstanceEvent<Object>, Object>>(
                        index + 1,
                        "createInstance",
                        (place, watcher) -> place.rows().createInstance(event -> {
                            RowCall<CreateInstanceEvent<Object>, Object> call = new RowCall<>(event);
                            watcher.on(call);
                            return call.answer();
                        }),
                        call -> call.event().mapper(),
                        LoadHooks::createInstance),
                hook(index + 2, "populateInstance", RowEvents::populateInstance, LoadHooks::populateInstance),
                hook(index + 3, "appendResult", RowEvents::appendResult, LoadHooks::appendResult));
    }

    private interface Listening<E> {
        Subscription on(RowEvents<Object> rows, Watcher<E> watcher);
    }

    private static <E extends RowOfObject<Object>> Hook<E> hook(
            int index, String method, Listening<E> listening, Hook.Step<E> step) {
        return new Hook<>(
                index, method, (place, watcher) -> listening.on(place.rows(), watcher), RowOfObject::mapper, step);
    }

    private static boolean translateRow(MapperExtension<Object> extension, RowCall<TranslateRowEvent, MappedRow> call) {
        TranslateRowEvent event = call.event();
        RowReply reply = extension.translateRow(event.mapper(), event.context(), event.row());
        if (reply instanceof RowReply.Translated translated) {
            call.answer(translated.row());
        }
        return reply == Chain.CONTINUE;
    }

    private static boolean createInstance(
            MapperExtension<Object> extension, RowCall<CreateInstanceEvent<Object>, Object> call) {
        CreateInstanceEvent<Object> event = call.event();
        InstanceReply reply = extension.createInstance(event.mapper(), event.context(), event.row(), event.type());
        if (reply instanceof InstanceReply.Created created) {
            call.answer(created.instance());
        }
        return reply == Chain.CONTINUE;
    }

    private static boolean populateInstance(MapperExtension<Object> extension, PopulateInstanceEvent<Object> event) {
        RowFlags flags = new RowFlags(event.key(), event.isNew(), event.attributes());
        return goesOn(
                event, extension.populateInstance(event.mapper(), event.context(), event.row(), event.target(), flags));
    }

    private static boolean appendResult(MapperExtension<Object> extension, AppendResultEvent<Object> event) {
        RowFlags flags = new RowFlags(event.key(), event.isNew(), null);
        return goesOn(
                event,
                extension.appendResult(
                        event.mapper(), event.context(), event.row(), event.target(), event.result(), flags));
    }

    /** Whatever is no CONTINUE leaves out the default too. */
    private static boolean goesOn(RowOfObject<Object> event, @Nullable Chain reply) {
        if (reply == Chain.CONTINUE) {
            return true;
        }
        event.skip();
        return false;
    }
}
