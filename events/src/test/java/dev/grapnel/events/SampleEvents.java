package dev.grapnel.events;

/** A family as an application of this module writes one: keys, one typed method for each event, and the modifiers that make sense. */
final class SampleEvents extends EventFamily<SampleEvents> {
    static final EventCatalog CATALOG = new EventCatalog("sample");
    static final EventKey<Ping> PING = CATALOG.key("ping");
    static final EventKey<Pong> PONG = CATALOG.key("pong");
    static final EventKey<Label> LABEL = CATALOG.key("label");

    record Ping(String from) {}

    record Pong(int count) {}

    static final class Label extends ValueEvent<String> {
        private final String oldValue;

        Label(String value, String oldValue) {
            super(value);
            this.oldValue = oldValue;
        }

        String oldValue() {
            return oldValue;
        }
    }

    SampleEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    @Override
    protected SampleEvents with(ListenOptions changed) {
        return new SampleEvents(target(), changed);
    }

    SampleEvents propagate() {
        return with(options().withPropagate(true));
    }

    Subscription ping(Watcher<? super Ping> watcher) {
        return listen(PING, watcher);
    }

    Subscription pong(Watcher<? super Pong> watcher) {
        return listen(PONG, watcher);
    }

    Subscription watchLabel(Watcher<? super Label> watcher) {
        return listen(LABEL, watcher);
    }

    Subscription replaceLabel(Changer<? super Label, String> changer) {
        return change(LABEL, changer);
    }
}
