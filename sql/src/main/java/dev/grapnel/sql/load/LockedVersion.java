package dev.grapnel.sql.load;

import dev.grapnel.core.error.StaleDataException;
import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares the version of an object in memory with that of its row, which was locked: who takes a lock is about to rely on what is in memory
 * (rule U-22).
 */
final class LockedVersion {
    private LockedVersion() {}

    /** Reads the row into an object, unless one is in memory whose version is another. */
    static LoadingSession.RowsReader<List<Object>> checking(
            LoadingSession session, SelectShape shape, IdentityKey key, EntityLoader<RowCursor> loader) {
        InstanceState known = ClassManager.stateOf(session.inMemory(key));
        Object before = known == null ? Marker.NO_VALUE : versionOf(known);
        return rows -> LoadingSession.objects(loader).read(new Compared(rows, shape, known, before));
    }

    /** The version of the row that the object in memory stands for; a marker if it has none in memory. */
    private static @Nullable Object versionOf(InstanceState state) {
        AttributeTracker version = TableMapper.of(state).versionAttribute();
        if (version == null) {
            return Marker.NO_VALUE;
        }
        return state.isChanged(version.index()) ? state.committed(version.index()) : state.value(version.index());
    }

    /** Looks at each row before it is read. */
    private record Compared(
            RowCursor rows,
            SelectShape shape,
            @Nullable InstanceState known,
            @Nullable Object before) implements RowCursor {
        @Override
        public boolean next() {
            boolean there = rows.next();
            if (there && known != null && !Marker.is(before)) {
                compare(known);
            }
            return there;
        }

        private void compare(InstanceState state) {
            AttributeTracker version =
                    Objects.requireNonNull(TableMapper.of(state).versionAttribute(), "version");
            int position = shape.position(version.name());
            Object now = position < 0 ? before : rows.value(position);
            if (!Objects.equals(before, now)) {
                throw new StaleDataException("Cannot rely on " + state
                        + " in memory, whose row is locked now: its version is " + before + " in memory and " + now
                        + " in the database. Someone changed the row; refresh the object.");
            }
        }

        @Override
        public @Nullable Object value(int position) {
            return rows.value(position);
        }
    }
}
