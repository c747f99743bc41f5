package dev.grapnel.benchmarks.workloads.measure;

import dev.grapnel.benchmarks.workloads.contract.Contestant;
import java.util.List;
import java.util.ServiceLoader;

/** Those on the class path. */
public final class Contestants {
    private Contestants() {}

    /**
     * Finds one.
     *
     * @param name its name
     * @return it
     * @throws IllegalArgumentException if none has the name
     */
    public static Contestant named(String name) {
        List<Contestant> all = ServiceLoader.load(Contestant.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return all.stream()
                .filter(contestant -> contestant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No contestant on the class path has the name " + name
                        + "; there are " + all.stream().map(Contestant::name).toList()
                        + ". Name its class in META-INF/services."));
    }
}
