package dev.grapnel.core.instrument;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Recorder;

/** Stands for the interception of the runtime: notes each call and does what a plain access would do. */
public final class Interception {

    private Interception() {}

    public static Object read(Enhanced self, InstanceState state, int index) {
        Recorder.calls.add("read " + self.$grapnel$type().nameOf(index));
        return state.valueOfAbsent(index);
    }

    public static void write(Enhanced self, InstanceState state, int index, Object value) {
        store("write ", self, index, value);
    }

    public static void initialize(Enhanced self, InstanceState state, int index, Object value) {
        store("initialize ", self, index, value);
    }

    private static void store(String kind, Enhanced self, int index, Object value) {
        Recorder.calls.add(kind + self.$grapnel$type().nameOf(index) + "=" + value);
        self.$grapnel$put(index, value);
    }
}
