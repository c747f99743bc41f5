package dev.grapnel.mongo.session;

import com.mongodb.MongoBulkWriteException;
import dev.grapnel.mongo.command.BulkCommand;
import dev.grapnel.mongo.mapping.DocumentMapper;
import dev.grapnel.mongo.mapping.DocumentState;
import java.util.ArrayList;
import java.util.List;
import org.bson.BSONException;
import org.bson.codecs.configuration.CodecConfigurationException;

/**
 * The writes of a flush sent together: all before hooks in the order of the unit of work, then the writes in that order, then all after
 * hooks. What stands side by side in one collection, all of one kind, is one command. A document that counts its versions is written by itself, since only
 * so it can be told whether it was still the one.
 */
final class BulkRun {
    private final SessionParts parts;
    private final List<Planned> planned = new ArrayList<>();

    /** A write whose before hooks have run. */
    private record Planned(WriteKind kind, DocumentState<?> state) {
        /** Whether both can be part of one command of the server. */
        boolean goesWith(Planned other) {
            return kind == other.kind
                    && state.mapper().collection().equals(other.state.mapper().collection());
        }

        boolean isAlone() {
            return state.mapper().version() != null && state.isStored();
        }
    }

    BulkRun(SessionParts parts) {
        this.parts = parts;
    }

    /** Runs the before hooks of a write, which is sent later. */
    void plan(WriteKind kind, DocumentState<?> state) {
        parts.writer().before(kind, state);
        planned.add(new Planned(kind, state));
    }

    /** Sends all that was planned, and runs the after hooks. */
    void send() {
        for (int from = 0; from < planned.size(); ) {
            int to = endOfGroup(from);
            send(planned.subList(from, to));
            from = to;
        }
        for (Planned write : planned) {
            parts.writer().after(write.kind(), write.state());
        }
    }

    private int endOfGroup(int from) {
        Planned first = planned.get(from);
        int to = from + 1;
        while (!first.isAlone()
                && to < planned.size()
                && !planned.get(to).isAlone()
                && planned.get(to).goesWith(first)) {
            to++;
        }
        return to;
    }

    private void send(List<Planned> group) {
        Planned first = group.get(0);
        if (first.isAlone()) {
            parts.writer().writeOnly(first.kind(), first.state());
            return;
        }
        List<BulkCommand> commands = new ArrayList<>(group.size());
        for (Planned write : group) {
            commands.add(command(write));
        }
        try {
            parts.layer(first.state().mapper())
                    .writes()
                    .writeAll(first.state().mapper().collection(), commands);
        } catch (MongoBulkWriteException failed) {
            int done = failed.getWriteErrors().isEmpty()
                    ? 0
                    : failed.getWriteErrors().get(0).getIndex();
            written(group.subList(0, done));
            throw failed;
        } catch (BSONException | CodecConfigurationException | ArithmeticException | IllegalArgumentException failed) {
            throw brokenOff(group, failed);
        }
        written(group);
    }

    /** The driver sends in portions, and may have sent some before it came to a document that it cannot send. */
    private RuntimeException brokenOff(List<Planned> group, RuntimeException failed) {
        List<DocumentState<?>> states = new ArrayList<>(group.size());
        group.forEach(write -> states.add(write.state()));
        if (group.get(0).kind() == WriteKind.INSERT) {
            written(group.subList(0, new StoredPrefix(parts, states).length(failed)));
        }
        return new Unwritable(parts).explained(states, failed);
    }

    private BulkCommand command(Planned write) {
        DocumentState<?> state = write.state();
        DocumentMapper mapper = state.mapper();
        if (write.kind() == WriteKind.DELETE) {
            return new BulkCommand.Delete(mapper.ids().stored(state.instanceState()));
        }
        parts.writer().prepare(write.kind(), state);
        state.loadIfExpired();
        return write.kind() == WriteKind.INSERT
                ? new BulkCommand.Insert(state, mapper.beforeSave())
                : new BulkCommand.Save(state, state.writtenFields(), mapper.beforeSave());
    }

    private void written(List<Planned> group) {
        for (Planned write : group) {
            parts.writer().written(write.kind(), write.state());
        }
    }
}
