package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.PlacedMember;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.mapping.MemberPlace;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the places of members that stand with the pairs of owner and member.
 *
 * @param position of the first column in the SELECT list, or -1 if there is none
 * @param count of the columns, which stand one behind the other
 * @param keys the class of keys that are objects, or null
 */
record MemberPlaces(int position, int count, @Nullable TableMapper keys) {
    static final MemberPlaces NONE = new MemberPlaces(-1, 0, null);

    /** The columns of a join that have places; none if the pairs have no places. */
    static List<Column> columns(RelationshipJoin join) {
        return join.association() == null ? List.of() : join.association().places();
    }

    /** The places of a relationship whose columns stand one behind the other. */
    static MemberPlaces of(Relationship relationship, RelationshipJoin join, int first) {
        List<Column> columns = columns(join);
        MemberPlace place = relationship.place();
        return columns.isEmpty() || place == null
                ? NONE
                : new MemberPlaces(first, columns.size(), (TableMapper) place.keys());
    }

    boolean isAny() {
        return position >= 0;
    }

    /** What a collection takes for a member that a row brought. */
    Object placed(Object member, RowCursor row) {
        return isAny() ? new PlacedMember(member, place(member, row)) : member;
    }

    private @Nullable Object place(Object member, RowCursor row) {
        if (keys == null) {
            return row.value(position);
        }
        @Nullable Object[] key = new Object[count];
        for (int at = 0; at < count; at++) {
            key[at] = row.value(position + at);
        }
        return MemberKeys.object(ClassManager.requireState(member), keys, key);
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
