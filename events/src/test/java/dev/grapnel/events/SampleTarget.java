package dev.grapnel.events;

/** Something that can be listened to, and that fires. */
final class SampleTarget implements EventTarget<SampleEvents> {
    private final Dispatch dispatch;
    private String label = "";

    private SampleTarget(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    static SampleTarget classLevel(String name) {
        return new SampleTarget(Dispatch.ofClassLevel(SampleEvents.CATALOG, name, null));
    }

    static SampleTarget alone(String name) {
        return new SampleTarget(Dispatch.of(SampleEvents.CATALOG, name, null));
    }

    SampleTarget subclassTarget(String name) {
        return new SampleTarget(Dispatch.ofClassLevel(SampleEvents.CATALOG, name, dispatch));
    }

    SampleTarget instance(String name) {
        return new SampleTarget(Dispatch.of(SampleEvents.CATALOG, name, dispatch));
    }

    SampleTarget inheriting(String name) {
        SampleTarget child = alone(name);
        child.dispatch.inherit(dispatch);
        return child;
    }

    @Override
    public SampleEvents events() {
        return new SampleEvents(dispatch, ListenOptions.NONE);
    }

    Dispatch dispatch() {
        return dispatch;
    }

    void ping() {
        ping("somebody");
    }

    void ping(String from) {
        Listeners<SampleEvents.Ping> listeners = dispatch.current(SampleEvents.PING);
        if (!listeners.isEmpty()) {
            listeners.fire(new SampleEvents.Ping(from));
        }
    }

    void pong() {
        dispatch.current(SampleEvents.PONG).fire(new SampleEvents.Pong(1));
    }

    String label(String value) {
        SampleEvents.Label event = new SampleEvents.Label(value, label);
        dispatch.listeners(SampleEvents.LABEL).fire(event);
        label = event.value();
        return label;
    }
}
