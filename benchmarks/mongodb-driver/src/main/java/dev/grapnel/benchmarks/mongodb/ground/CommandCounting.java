package dev.grapnel.benchmarks.mongodb.ground;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import dev.grapnel.benchmarks.workloads.ground.Traffic;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;

/** Tells of each command of a contestant, with the number of documents that it writes. For one thread. */
final class CommandCounting implements CommandListener {
    /** Where commands that write have what they write. */
    private static final List<String> WRITES = List.of("documents", "updates", "deletes");

    private final Traffic traffic;
    private int sets;

    CommandCounting(Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        sets = WRITES.stream()
                .filter(command::containsKey)
                .mapToInt(name -> command.getArray(name).size())
                .findFirst()
                .orElse(1);
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        traffic.executed(sets, event.getElapsedTime(TimeUnit.NANOSECONDS));
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        traffic.executed(sets, event.getElapsedTime(TimeUnit.NANOSECONDS));
    }
}
