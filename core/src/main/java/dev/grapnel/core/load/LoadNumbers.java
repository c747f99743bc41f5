package dev.grapnel.core.load;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Gives each result of a session its number, by which objects know the result that loaded them last (rule G-28). Objects keep few bits of it:
 * when the numbers are used up they begin anew, and no object remembers one from before.
 */
public final class LoadNumbers {
    private final Supplier<Collection<Enhanced>> objects;
    private final int most;
    private int last;
    private int age;

    /**
     * Begins with one.
     *
     * @param objects those of the session that are persistent now
     */
    public LoadNumbers(Supplier<Collection<Enhanced>> objects) {
        this(objects, InstanceState.MOST_RUNS);
    }

    LoadNumbers(Supplier<Collection<Enhanced>> objects, int most) {
        this.objects = objects;
        this.most = most;
    }

    /** A number that no object of the session remembers. */
    int next() {
        if (last == most) {
            objects.get().forEach(object -> ClassManager.requireState(object).runId(0));
            last = 0;
            age++;
        }
        return ++last;
    }

    /** How often the numbers began anew; a result from before has to take another one. */
    int age() {
        return age;
    }
}
