package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.PlacedMember;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the places of members that stand with the pairs of owner and member.
 *
 * @param position of the column in the SELECT list, or -1 if there is none
 */
record MemberPlaces(int position) {
    static final MemberPlaces NONE = new MemberPlaces(-1);

    /** The columns of a join that have places; none if the pairs have no places. */
    static List<Column> columns(RelationshipJoin join) {
        return join.association() == null ? List.of() : join.association().places();
    }

    /** The places of a join whose columns stand one behind the other. */
    static MemberPlaces of(RelationshipJoin join, int first) {
        return columns(join).isEmpty() ? NONE : new MemberPlaces(first);
    }

    boolean isAny() {
        return position >= 0;
    }

    /** What a collection takes for a member that a row brought. */
    Object placed(Object member, RowCursor row) {
        return isAny() ? new PlacedMember(member, row.value(position)) : member;
    }

    /** Reads every row into a member with its place. */
    LoadingSession.RowsReader<List<Object>> reader(EntityLoader<RowCursor> loader) {
        if (!isAny()) {
            return LoadingSession.objects(loader);
        }
        return rows -> {
            loader.begin();
            List<Object> found = new ArrayList<>();
            while (rows.next()) {
                Object member = loader.load(rows);
                if (member != null) {
                    found.add(placed(member, rows));
                }
            }
            return found;
        };
    }
}
