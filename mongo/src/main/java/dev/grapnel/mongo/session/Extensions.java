package dev.grapnel.mongo.session;

import dev.grapnel.mongo.OdmSession;
import dev.grapnel.mongo.SessionExtension;
import dev.grapnel.mongo.SessionExtensionFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The extensions of one real session, in order of registration. One that is registered while a round runs is called in that round (statement ODM-N3). */
final class Extensions {
    private final List<SessionExtension> all = new CopyOnWriteArrayList<>();

    void add(SessionExtensionFactory factory, OdmSession session) {
        all.add(factory.create(session));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Calls a hook of each; an exception ends the round (statement ODM-E1). */
    void each(Consumer<SessionExtension> hook) {
        for (int at = 0; at < all.size(); at++) {
            hook.accept(all.get(at));
        }
    }
}
