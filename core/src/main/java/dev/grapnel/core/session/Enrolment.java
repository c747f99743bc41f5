package dev.grapnel.core.session;

import dev.grapnel.core.error.PartialCommitException;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.store.Store;
import dev.grapnel.core.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stores that take part in a boundary, in the order in which they joined: each with the transaction that a root has begun there, or the
 * savepoint that a nested marker has set. None before it is needed (rules S-5, U-40).
 */
final class Enrolment {
    private final List<Participant> participants = new ArrayList<>(1);
    private boolean prepared;

    /** One store; the savepoint is null for a root. */
    private record Participant(
            Store store, StoreTransaction transaction, StoreTransaction.@Nullable Savepoint savepoint) {
        @Override
        public String toString() {
            return store.toString();
        }
    }

    @Nullable StoreTransaction of(Store store) {
        for (Participant participant : participants) {
            if (participant.store == store) {
                return participant.transaction;
            }
        }
        return null;
    }

    /** The root has begun a transaction. */
    StoreConnection begun(Store store, StoreTransaction transaction) {
        participants.add(new Participant(store, transaction, null));
        return transaction.connection();
    }

    /** A savepoint is set in the transaction of the marker around it. */
    StoreConnection nestedIn(Store store, StoreTransaction transaction) {
        participants.add(new Participant(store, transaction, transaction.savepoint()));
        return transaction.connection();
    }

    // ---- the first phase ----

    /** Under one name for all; if there are several, the place of each is added to it. */
    void prepare(String name) {
        participants.forEach(participant -> participant.transaction.requireTwoPhase());
        int count = participants.size();
        for (int at = 0; at < count; at++) {
            participants.get(at).transaction.prepare(count == 1 ? name : name + '.' + (at + 1) + "of" + count);
        }
        prepared = true;
    }

    // ---- the end ----

    void commit() {
        int done = 0;
        try {
            for (Participant participant : participants) {
                commit(participant);
                done++;
            }
        } catch (RuntimeException failure) {
            throw afterSome(failure, done);
        }
    }

    private static void commit(Participant participant) {
        if (participant.savepoint != null) {
            participant.savepoint.release();
        } else {
            participant.transaction.commit();
        }
    }

    /** What is prepared and not committed yet stays prepared: whoever looks after it knows that it is to be committed. */
    private RuntimeException afterSome(RuntimeException failure, int done) {
        List<Participant> open = participants.subList(done, participants.size());
        if (prepared) {
            return leavePrepared(open, PartialCommitException.ofPrepared(participants.subList(0, done), open, failure));
        }
        return done == 0 || open.get(0).savepoint != null
                ? failure
                : PartialCommitException.of(participants.subList(0, done), open, failure);
    }

    private static RuntimeException leavePrepared(List<Participant> open, RuntimeException failure) {
        for (Participant participant : open) {
            attempt(participant, left -> left.transaction.leavePrepared(), failure);
        }
        return failure;
    }

    /** All, also if one of them fails; the last to join first, since a prepared one that is last decides for the others. */
    void rollback() {
        RuntimeException failure = null;
        for (int at = participants.size() - 1; at >= 0; at--) {
            failure = attempt(participants.get(at), Enrolment::rollback, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void rollback(Participant participant) {
        if (participant.savepoint != null) {
            participant.savepoint.rollback();
        } else {
            participant.transaction.rollback();
        }
    }

    /** Gives the connections back; a savepoint has none. */
    void leave() {
        RuntimeException failure = null;
        for (int at = participants.size() - 1; at >= 0; at--) {
            if (participants.get(at).savepoint == null) {
                failure = attempt(participants.get(at), participant -> participant.transaction.close(), failure);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException attempt(
            Participant participant, Ending ending, @Nullable RuntimeException former) {
        try {
            ending.of(participant);
            return former;
        } catch (RuntimeException failure) {
            if (former == null) {
                return failure;
            }
            former.addSuppressed(failure);
            return former;
        }
    }

    private interface Ending {
        void of(Participant participant);
    }
}
