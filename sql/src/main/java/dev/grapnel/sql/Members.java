package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.KeyPair;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.bulk.BulkDelete;
import dev.grapnel.sql.bulk.BulkInsert;
import dev.grapnel.sql.bulk.BulkUpdate;
import dev.grapnel.sql.mapping.AttributeOrder;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.query.Query;
import dev.grapnel.sql.schema.Column;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.OrderField;

/**
 * The members of one object's collection, as far as statements go: nothing is loaded before one of them runs. Made by
 * {@link Session#members}.
 *
 * <pre>{@code
 * Members<Entry> entries = session.members(account, Account_.entries);
 * List<Entry> last = entries.query().orderBy(Entry_.id.desc()).limit(10).list();
 * int marked = entries.update().set(Entry_.seen, true).execute();
 * }</pre>
 *
 * <p>They see the database: what is queued for the collection is flushed before, unless the session or the statement does without.
 *
 * @param <V> the class of the members
 */
public final class Members<V> {
    private final Session session;
    private final Object owner;
    private final Relationship relationship;
    private final Class<V> type;
    private final MemberCondition condition;

    private Members(
            Session session, Object owner, Relationship relationship, Class<V> type, MemberCondition condition) {
        this.session = session;
        this.owner = owner;
        this.relationship = relationship;
        this.type = type;
        this.condition = condition;
    }

    static <V> Members<V> of(Session session, Object owner, String collection, Class<V> type) {
        session.factory().registry().configure();
        InstanceState state = ClassManager.requireState(owner);
        TableMapper mapper = TableMapper.of(state);
        Relationship relationship = mapper.relationship(collection);
        return new Members<>(session, owner, relationship, type, new MemberCondition(mapper, state, relationship));
    }

    /** {@return a query for the members, in the order of the mapping} */
    public Query<V> query() {
        return Query.<V>of(session, target()).where(condition).orderBy(order(condition.mapper(), relationship));
    }

    /** {@return an UPDATE of the rows of all members} */
    public BulkUpdate<V> update() {
        return BulkUpdate.<V>of(session, target()).where(condition);
    }

    /**
     * {@return a DELETE of the rows of all members} It deletes the objects, and of a many-to-many not the links to them, which the database then
     * has to delete by itself.
     */
    public BulkDelete<V> deleteFrom() {
        return BulkDelete.<V>of(session, target()).where(condition);
    }

    /**
     * Begins an INSERT of members: each row gets the key of the owner. An owner that has no row yet is flushed first, if the session flushes by
     * itself.
     *
     * @return the INSERT, to be given rows
     * @throws InvalidRequestException if the owner has no row, or the links are in a table of their own
     */
    public BulkInsert<V> insertInto() {
        if (relationship.direction() != Direction.ONE_TO_MANY) {
            throw new InvalidRequestException("Cannot insert members of " + relationship
                    + " by one statement: the links to them are rows of another table. Add objects to the collection.");
        }
        session.flushBeforeMembers();
        condition.requireRow();
        return BulkInsert.of(session, target(), type).common(keyOfOwner());
    }

    private Map<String, Object> keyOfOwner() {
        Map<String, Object> values = new HashMap<>();
        for (KeyPair pair : relationship.keyPairs()) {
            Object value = Instance.of(owner).get(pair.source());
            values.put(pair.destination(), Objects.requireNonNull(value, pair.source()));
        }
        return values;
    }

    private TableMapper target() {
        return TableMapper.target(relationship);
    }

    /** The order in which the mapping wants the members. */
    static OrderField<?>[] order(TableMapper mapper, Relationship relationship) {
        return mapper.orderBy(relationship).stream()
                .map(order -> order(TableMapper.target(relationship), order))
                .toArray(OrderField<?>[]::new);
    }

    private static OrderField<?> order(TableMapper target, AttributeOrder order) {
        Column column = target.column(order.attribute()).column();
        return order.descending() ? column.field().desc() : column.field().asc();
    }
}
