package dev.grapnel.sql;

import dev.grapnel.core.error.DetachedInstanceException;
import dev.grapnel.core.instrument.AttributeLoader;
import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.instrument.LoadStatus;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.query.LegacyQuery;
import org.jspecify.annotations.Nullable;

/** Asks for the members of a collection that is iterated but not kept: a flush, then a query like one that the application makes (rule A-49). */
record MemberLoader(TableMapper mapper, Relationship relationship) implements AttributeLoader {

    /** Gives the attributes of a configured mapper their loaders. */
    static void install(TableMapper mapper) {
        for (Relationship relationship : mapper.relationships()) {
            if (relationship.collection() == CollectionKind.DYNAMIC) {
                mapper.manager().tracker(relationship.name()).loader(new MemberLoader(mapper, relationship));
            }
        }
    }

    @Override
    public @Nullable Object load(InstanceState state, int passive) {
        boolean flushes = !Passive.allows(passive, Passive.NO_AUTOFLUSH);
        if (flushes && state.owner() instanceof Session session && session.containsState(state)) {
            session.flushBeforeMembers();
        }
        if (!state.hasKey()) {
            return LoadStatus.EMPTY;
        }
        LegacyQuery<?> query = query(state);
        return (flushes ? query : query.withoutAutoflush()).all();
    }

    private LegacyQuery<?> query(InstanceState state) {
        if (!(state.owner() instanceof Session session)) {
            throw new DetachedInstanceException("Cannot ask for the members of " + relationship + " of " + state
                    + ": it belongs to no session. Add it to one, or iterate before the session is closed.");
        }
        return LegacyQuery.of(session, TableMapper.target(relationship), relationship.targetType())
                .filter(new MemberCondition(mapper, state, relationship))
                .orderBy(Members.order(mapper, relationship));
    }
}
