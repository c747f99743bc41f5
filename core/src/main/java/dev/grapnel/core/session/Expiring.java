package dev.grapnel.core.session;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.session.workspace.Workspace;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gives up values of a session's objects, and loads them anew (rules I-21 to I-25, T-10). */
final class Expiring {
    private final Session session;
    private final Workspace workspace;

    Expiring(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    void expire(InstanceState state, String... attributes) {
        requirePersistent(state, "expire");
        giveUp(state, attributes);
    }

    void refresh(InstanceState state, ExecutionOptions options, String... attributes) {
        requirePersistent(state, "refresh");
        giveUp(state, attributes);
        session.autoflushNow();
        Set<String> names = attributes.length == 0 ? null : new LinkedHashSet<>(Arrays.asList(attributes));
        if (!session.reload(state, names, options)) {
            throw new InvalidRequestException("Cannot refresh " + state + ": its row is gone. Expunge the object.");
        }
    }

    private void requirePersistent(InstanceState state, String operation) {
        if (state.owner() != session || !workspace.identityMap().contains(state)) {
            throw new InvalidRequestException(
                    "Cannot " + operation + " " + state
                            + ": it is not persistent in this session. Load it with this session, or flush it first if it is new.");
        }
    }

    private void giveUp(InstanceState state, String... attributes) {
        if (attributes.length > 0) {
            ValueBooks.expire(state, List.of(attributes), false);
            return;
        }
        List<InstanceState> reached = new ArrayList<>();
        Mapper.cascade(CascadeType.REFRESH_EXPIRE, state, other -> false, reached::add);
        expireOrEvict(state);
        reached.forEach(this::expireOrEvict);
    }

    private void expireOrEvict(InstanceState state) {
        if (state.hasKey()) {
            ValueBooks.expire(state);
        } else if (workspace.leaveNew(state)) {
            session.moves().detach(List.of(state), false);
        }
    }
}
