package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeLoader;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.EmbeddedTracker;
import dev.grapnel.core.instrument.LoadStatus;
import dev.grapnel.core.instrument.ScalarTracker;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads a column that is left out of the main SELECT, when it is first read (rule G-10). */
record DeferredLoader(String attribute) implements AttributeLoader {
    @Override
    public @Nullable Object load(InstanceState state, int passive) {
        if (!state.hasKey()) {
            return LoadStatus.EMPTY;
        }
        if (!Passive.allows(passive, Passive.SQL_OK)) {
            return Marker.PASSIVE_NO_RESULT;
        }
        KeyLoader.reloadAttributes(state, together(state), passive);
        return LoadStatus.SET;
    }

    /** The attribute, and with it all parts that are missing of the same embedded value: it is put together of all of them. */
    private Set<String> together(InstanceState state) {
        ClassManager manager = ClassManager.of(state);
        EmbeddedTracker whole = manager.tracker(attribute) instanceof ScalarTracker part ? part.whole() : null;
        if (whole == null) {
            return Set.of(attribute);
        }
        Set<String> missing = new LinkedHashSet<>();
        for (String part : whole.partNames()) {
            int index = manager.tracker(part).index();
            if (!state.has(index) && !state.isChanged(index)) {
                missing.add(part);
            }
        }
        return missing;
    }
}
