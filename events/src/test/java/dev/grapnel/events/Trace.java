package dev.grapnel.events;

import java.util.ArrayList;
import java.util.List;

/** Writes down which listeners ran, in order. */
final class Trace {
    private final List<String> entries = new ArrayList<>();

    /** A new listener that leaves its name. */
    Watcher<Object> as(String name) {
        return event -> entries.add(name);
    }

    void add(String entry) {
        entries.add(entry);
    }

    List<String> entries() {
        return List.copyOf(entries);
    }

    /** What one dispatch of ping on a target calls. */
    List<String> ofPing(SampleTarget target) {
        entries.clear();
        target.ping();
        return entries();
    }

    List<String> ofPing(Dispatch dispatch) {
        entries.clear();
        dispatch.current(SampleEvents.PING).fire(new SampleEvents.Ping("somebody"));
        return entries();
    }
}
