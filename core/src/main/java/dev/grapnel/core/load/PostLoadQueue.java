package dev.grapnel.core.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What follows the reading of results in one session, in rounds: all that one round asks for is loaded before what comes up meanwhile, and
 * what comes up for the same loader is loaded together.
 */
public final class PostLoadQueue {
    /** Made for the first. */
    private Map<Work, Waiting> next = Collections.emptyMap();

    private boolean draining;

    private record Work(PostLoad loader, boolean populateExisting) {}

    /** The owners for one loader, and the first result that brought some. */
    private record Waiting(LoadRun run, LaterOwners owners) {}

    /** Loads what a result asks for; later, if the result itself came up while something else was loaded. */
    void add(LoadRun run, Map<PostLoad, LaterOwners> asked) {
        asked.forEach((loader, owners) -> add(new Work(loader, run.isPopulateExisting()), run, owners));
        if (!draining) {
            drain();
        }
    }

    private void add(Work work, LoadRun run, LaterOwners owners) {
        if (next.isEmpty()) {
            next = new LinkedHashMap<>();
        }
        Waiting known = next.putIfAbsent(work, new Waiting(run, owners));
        if (known != null) {
            known.owners().addAll(owners);
        }
    }

    private void drain() {
        draining = true;
        try {
            while (!next.isEmpty()) {
                Map<Work, Waiting> round = next;
                next = Collections.emptyMap();
                round.forEach(PostLoadQueue::load);
            }
        } finally {
            draining = false;
            next = Collections.emptyMap();
        }
    }

    private static void load(Work work, Waiting waiting) {
        waiting.owners().byToken().forEach(together -> work.loader().load(waiting.run(), together));
    }
}
