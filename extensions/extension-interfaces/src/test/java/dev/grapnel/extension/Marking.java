package dev.grapnel.extension;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.testkit.EventRecorder;
import org.jspecify.annotations.Nullable;

/** Marks each call before an insert in the timeline, and answers as told. */
class Marking implements MapperExtension<Object> {
    private final EventRecorder recorder;
    private final String name;
    private final @Nullable Chain answer;

    Marking(EventRecorder recorder, String name) {
        this(recorder, name, Chain.CONTINUE);
    }

    Marking(EventRecorder recorder, String name, @Nullable Chain answer) {
        this.recorder = recorder;
        this.name = name;
        this.answer = answer;
    }

    @Override
    public @Nullable Chain beforeInsert(Mapper mapper, StoreConnection connection, Object instance) {
        recorder.mark(name);
        return answer;
    }
}
