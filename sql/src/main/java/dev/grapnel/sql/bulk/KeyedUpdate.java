package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE of many rows, each told by its primary key and with values of its own, made by {@link BulkUpdate#byKey}. Immutable.
 *
 * <pre>{@code
 * session.update(Item.class).byKey(List.of(Map.of("id", 1, "price", 3), Map.of("id", 2, "price", 7))).execute();
 * }</pre>
 *
 * <p>Rows with the same attributes go in one batch. Objects in memory get the new values, and {@code refresh} fires for them (rule Q-20).
 *
 * @param <T> the class
 */
public final class KeyedUpdate<T> extends SetBasedStatement {
    private final List<? extends Map<String, ?>> rows;
    private final Terms terms;

    /**
     * What holds for all rows.
     *
     * @param condition that rows have to fulfil besides
     * @param synchronize how objects in memory follow
     * @param autoflush whether a flush precedes
     * @param options about the running
     */
    record Terms(Condition condition, Synchronize synchronize, boolean autoflush, ExecutionOptions options) {}

    KeyedUpdate(BulkSession session, TableMapper mapper, List<? extends Map<String, ?>> rows, Terms terms) {
        super(session, mapper, terms.options);
        this.rows = List.copyOf(rows);
        this.terms = terms;
    }

    /**
     * Runs the UPDATE.
     *
     * @return how many rows it wrote
     * @throws InvalidArgumentException if a row lacks a part of the primary key, or an attribute is unknown
     * @throws InvalidRequestException if objects in memory are to follow by {@link Synchronize#FETCH}, or if there are further conditions and
     *     objects are to follow at all
     */
    public int execute() {
        return send();
    }

    @Override
    public StatementKind kind() {
        return StatementKind.UPDATE;
    }

    @Override
    public boolean hasRows() {
        return true;
    }

    @Override
    public Synchronize synchronize() {
        return terms.synchronize;
    }

    @Override
    boolean flushesBefore() {
        return terms.autoflush;
    }

    @Override
    int write(ExecutionOptions running) {
        BulkRows.updated(session, mapper, mapper.table(), DSL.noCondition()).requireOneTable("update");
        Synchronize mode = running.get(Synchronize.OPTION, terms.synchronize);
        Condition condition = BulkCriteria.restricted(mapper, terms.condition, running);
        requirePossible(mode, condition);
        requireForm(running);
        KeyedRows.Outcome written = KeyedRows.write(session, mapper, rows, condition);
        if (mode != Synchronize.NONE) {
            rows.forEach(row -> follow(row, written.computedFor(row)));
        }
        return written.count();
    }

    private void requirePossible(Synchronize mode, Condition condition) {
        String what = "Cannot update rows of " + mapper.type().getSimpleName() + " by their keys ";
        if (mode == Synchronize.FETCH) {
            throw new InvalidRequestException(
                    what + "and fetch their keys: they are given. Use Synchronize.AUTO, or NONE.");
        }
        if (mode != Synchronize.NONE && !condition.equals(DSL.noCondition())) {
            throw new InvalidRequestException(
                    what + "and a condition, and have objects in memory follow: which rows fulfil it"
                            + " is not known. Use Synchronize.NONE, or leave the condition out.");
        }
    }

    private void requireForm(ExecutionOptions running) {
        DmlStrategy form = DmlStrategy.of(running, mapper, StatementKind.UPDATE);
        if (form == DmlStrategy.ORM || form == DmlStrategy.CORE_ONLY) {
            throw new InvalidArgumentException("Cannot update rows of "
                    + mapper.type().getSimpleName() + " by their keys with DmlStrategy." + form
                    + ": rows with values of their own are the form BULK. Leave the option out.");
        }
    }

    private void follow(Map<String, ?> row, List<String> computed) {
        @Nullable Object[] key = mapper.keyAttributes().stream()
                .map(part -> row.get(part.name()))
                .toArray();
        IdentityKey identity = mapper.identityKey(key, session.identityToken());
        Enhanced object = identity == null ? null : session.inMemory(identity);
        if (object != null) {
            InstanceState state = ClassManager.requireState(object);
            Map<String, @Nullable Object> values = new LinkedHashMap<>(row);
            mapper.keyAttributes().forEach(part -> values.remove(part.name()));
            UpdatedObjects.follow(state, values);
            UpdatedObjects.expire(state, computed);
            session.altered(List.of(state));
        }
    }
}
