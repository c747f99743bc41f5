package dev.grapnel.sql;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * That a row is the one of a member of one object's collection. The values of the owner are read when the statement is made, after the flush
 * before it.
 */
final class MemberCondition extends CustomCondition implements Structured {
    private static final long serialVersionUID = 1L;

    private final transient TableMapper mapper;
    /** The object itself: a query may be all that is left of it when its keys are read. */
    private final transient Object owner;

    private final transient Relationship relationship;
    /** The last one made: a text that is kept knows its values by their parts, so they stay the same as long as the values do. */
    private transient @Nullable Bound last;

    private record Bound(List<@Nullable Object> values, List<Field<Object>> fields) {}

    MemberCondition(TableMapper mapper, InstanceState owner, Relationship relationship) {
        this.mapper = mapper;
        this.owner = owner.requireObject();
        this.relationship = relationship;
    }

    /** The mapper of the owner. */
    TableMapper mapper() {
        return mapper;
    }

    @Override
    public void describe(StructureWriter structure) {
        structure.token(mapper.type()).token(relationship.name()).parts(bound().fields);
    }

    @Override
    public void accept(Context<?> context) {
        List<ColumnPair> pairs = ownerPairs();
        List<Field<Object>> values = bound().fields;
        Condition ofOwner = DSL.noCondition();
        for (int at = 0; at < pairs.size(); at++) {
            ofOwner = ofOwner.and(pairs.get(at).remote().field().eq(values.get(at)));
        }
        RelationshipJoin.Association association = mapper.join(relationship).association();
        context.visit(association == null ? ofOwner : linked(association, ofOwner));
    }

    private List<ColumnPair> ownerPairs() {
        RelationshipJoin join = mapper.join(relationship);
        return join.association() == null ? join.pairs() : join.association().owner();
    }

    private Bound bound() {
        requireRow();
        List<@Nullable Object> values = new ArrayList<>();
        ownerPairs().forEach(pair -> values.add(valueOf(pair.local())));
        Bound known = last;
        if (known == null || !known.values.equals(values)) {
            known = new Bound(values, fields(values));
            last = known;
        }
        return known;
    }

    @SuppressWarnings("unchecked") // a value of the column's own type
    private List<Field<Object>> fields(List<@Nullable Object> values) {
        List<Field<Object>> fields = new ArrayList<>();
        for (ColumnPair pair : ownerPairs()) {
            fields.add((Field<Object>)
                    DSL.val(values.get(fields.size()), pair.remote().dataType()));
        }
        return fields;
    }

    private static Condition linked(RelationshipJoin.Association association, Condition ofOwner) {
        List<Field<?>> keys = new ArrayList<>();
        List<Field<?>> linked = new ArrayList<>();
        for (ColumnPair pair : association.target()) {
            linked.add(pair.local().field());
            keys.add(pair.remote().field());
        }
        return DSL.row(keys)
                .in(DSL.select(linked).from(association.table().asJooq()).where(ofOwner));
    }

    void requireRow() {
        InstanceState state = ClassManager.requireState(owner);
        if (!state.hasKey()) {
            throw new InvalidRequestException("Cannot ask for the members of " + relationship + " of " + state
                    + " by a statement: it has no row. Add it to the session and flush.");
        }
    }

    private @Nullable Object valueOf(Column column) {
        AttributeTracker attribute = Objects.requireNonNull(mapper.attributeOf(column), column::toString);
        return Instance.of(owner).get(attribute.name());
    }
}
