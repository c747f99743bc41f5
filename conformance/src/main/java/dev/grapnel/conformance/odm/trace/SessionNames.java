package dev.grapnel.conformance.odm.trace;

import dev.grapnel.mongo.OdmSession;
import java.util.HashMap;
import java.util.Map;

/** The names of sessions: plain ones have the scenario's, those behind a proxy are numbered in the order in which they are seen. */
public final class SessionNames {
    private final Sightings<OdmSession> names = new Sightings<>();
    private final Sightings<OdmSession> proxies = new Sightings<>();
    private final Map<String, Integer> behind = new HashMap<>();

    /**
     * Names a plain session.
     *
     * @param session real one
     * @param name of the scenario
     */
    public void plain(OdmSession session, String name) {
        names.name(session, any -> name);
    }

    /**
     * Names a proxy.
     *
     * @param proxy of a thread or context
     * @param name of the scenario
     */
    public void proxy(OdmSession proxy, String name) {
        proxies.name(proxy, any -> name);
    }

    /**
     * The name of a real session behind a proxy, which may be seen for the first time.
     *
     * @param session real one
     * @param proxy name of the scenario
     * @return its name
     */
    public String behind(OdmSession session, String proxy) {
        return names.name(session, any -> proxy + "@" + behind.merge(proxy, 1, Integer::sum));
    }

    boolean isProxy(OdmSession session) {
        return proxies.knows(session);
    }

    String ofProxy(OdmSession proxy) {
        return proxies.name(proxy, any -> "unknown proxy");
    }

    String ofReal(OdmSession session) {
        return names.name(session, any -> "unknown session");
    }
}
