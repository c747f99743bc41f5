package dev.grapnel.conformance.step;

import dev.grapnel.core.session.SessionTransaction;
import dev.grapnel.sql.Session;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The sessions of a scenario, each made when it is first named, and the transactions it gave names to. */
final class Sessions {
    static final String FIRST = "s1";

    private final Map<String, Session> byName = new LinkedHashMap<>();
    private final Map<String, SessionTransaction> handles = new HashMap<>();
    private final Function<String, Session> opening;

    Sessions(Function<String, Session> opening) {
        this.opening = opening;
    }

    Session named(String name) {
        Session known = byName.get(name);
        if (known != null) {
            return known;
        }
        Session opened = opening.apply(name);
        byName.put(name, opened);
        return opened;
    }

    Map<String, Session> all() {
        return byName;
    }

    void handle(String name, SessionTransaction transaction) {
        handles.put(name, transaction);
    }

    SessionTransaction handle(String name) {
        SessionTransaction transaction = handles.get(name);
        if (transaction == null) {
            throw new UnboundException(name);
        }
        return transaction;
    }

    void close() {
        byName.values().forEach(Session::close);
    }
}
