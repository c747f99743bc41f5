package dev.grapnel.core.session;

import dev.grapnel.core.error.FlushException;
import dev.grapnel.core.instrument.ValueBooks;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import java.util.Collection;

/** Makes saved objects persistent: all get their keys, then all are clean, then {@code pending_to_persistent} fires (rule S-23). */
final class FlushFinish {
    private FlushFinish() {}

    static void registerPersistent(Session session, Collection<InstanceState> saved) {
        for (InstanceState state : saved) {
            IdentityKey key = Mapper.of(state).identityKey(state);
            if (key == null) {
                throw new FlushException(
                        "Cannot make " + state + " persistent: its primary key is null after the insert."
                                + " Declare the key as generated, or set it before the flush.");
            }
            session.putPersistent(state, key);
        }
        saved.forEach(ValueBooks::commitAll);
        remember(session, saved);
        for (InstanceState state : saved) {
            if (session.isNew(state)) {
                session.moves().fireObject(SessionEventKeys.PENDING_TO_PERSISTENT, state);
            }
        }
        saved.forEach(session::leavePending);
    }

    private static void remember(Session session, Collection<InstanceState> saved) {
        TransactionRecord record = session.currentRecord();
        if (record == null) {
            return;
        }
        for (InstanceState state : saved) {
            (session.isNew(state) ? record.inserted() : record.dirty()).add(state);
        }
    }
}
