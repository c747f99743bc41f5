package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.bulk.evaluate.Check;
import dev.grapnel.sql.bulk.evaluate.CheckReader;
import dev.grapnel.sql.bulk.evaluate.NotEvaluableException;
import dev.grapnel.sql.bulk.evaluate.Truth;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Runs a statement and finds the objects in memory whose rows it wrote. */
final class Matching {
    private final BulkSession session;
    private final TableMapper mapper;
    private final BulkRows rows;
    private final ExecutionOptions running;
    private @Nullable Check check;
    private boolean fetches;
    private List<IdentityKey> keys = List.of();

    private Matching(BulkSession session, TableMapper mapper, BulkRows rows, ExecutionOptions running) {
        this.session = session;
        this.mapper = mapper;
        this.rows = rows;
        this.running = running;
    }

    /** Prepares, before the statement is sent: reads the condition, or the keys of the rows if the statement cannot give them. */
    static Matching of(
            BulkSession session,
            TableMapper mapper,
            BulkRows rows,
            Condition condition,
            Synchronize synchronize,
            ExecutionOptions running) {
        Matching matching = new Matching(session, mapper, rows, running);
        switch (running.get(Synchronize.OPTION, synchronize)) {
            case AUTO -> matching.evaluateOrFetch(condition);
            case EVALUATE -> matching.evaluate(condition);
            case FETCH -> matching.fetch();
            case NONE -> {}
        }
        return matching;
    }

    private void evaluateOrFetch(Condition condition) {
        try {
            check = new CheckReader(mapper).read(condition);
        } catch (NotEvaluableException unknown) {
            fetch();
        }
    }

    private void evaluate(Condition condition) {
        try {
            check = new CheckReader(mapper).read(condition);
        } catch (NotEvaluableException unknown) {
            throw new InvalidRequestException(
                    "Cannot find the objects in memory that this statement meets: " + unknown.getMessage()
                            + ". Use Synchronize.FETCH, or NONE if no object in memory matters.",
                    unknown);
        }
    }

    /** Listeners are told of the SELECT also where none is needed (rule Q-16); only one that is sent is flushed for a second time. */
    private void fetch() {
        fetches = true;
        Announcement select = Announcement.ofSelect(mapper, !rows.givesKeys(), running);
        keys = session.announced(select, options -> rows.givesKeys() ? List.of() : rows.readKeys());
    }

    // ---- after the statement ----

    /** Sends the statement. */
    Written run(Writing statement) {
        if (fetches && rows.givesKeys()) {
            Written written = rows.writeForKeys(statement);
            keys = written.keys();
            return written;
        }
        return rows.write(statement);
    }

    /** Sends the statement, and has the database give the rows. */
    ReturnedRows runReturning(Writing statement) {
        ReturnedRows written = rows.writeForRows(statement);
        if (fetches) {
            keys = written.keys();
        }
        return written;
    }

    /** The objects whose rows were written; they still have the values of before. */
    List<Match> matches() {
        return check == null ? fetched() : evaluated(check);
    }

    private List<Match> evaluated(Check condition) {
        List<Match> matches = new ArrayList<>();
        for (Enhanced object : session.persistentObjects()) {
            InstanceState state = ClassManager.requireState(object);
            if (!state.isExpired() && Mapper.of(state).isA(mapper) && isWhereItRan(state)) {
                Truth truth = condition.of(state);
                if (truth.mayMatch()) {
                    matches.add(new Match(object, truth == Truth.TRUE));
                }
            }
        }
        return matches;
    }

    private boolean isWhereItRan(InstanceState state) {
        String token = session.identityToken();
        return token == null || token.equals(state.token());
    }

    /** In order of their keys, since databases give rows in any order. */
    private List<Match> fetched() {
        List<Match> known = new ArrayList<>();
        for (IdentityKey key : keys) {
            Enhanced object = session.inMemory(key);
            if (object != null) {
                known.add(new Match(object, true));
            }
        }
        if (known.stream().allMatch(Matching::isOrdered)) {
            known.sort((one, other) -> Mapper.compareKeys(one.state(), other.state()));
        }
        return known;
    }

    private static boolean isOrdered(Match match) {
        return match.state().requireKey().parts().stream().allMatch(Comparable.class::isInstance);
    }
}
