package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeLoader;
import dev.grapnel.core.instrument.LoadStatus;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads a column that is left out of the main SELECT, when it is first read (rule G-10). */
record DeferredLoader(String attribute) implements AttributeLoader {
    @Override
    public @Nullable Object load(InstanceState state, int passive) {
        if (state.key() == null) {
            return LoadStatus.EMPTY;
        }
        if (!Passive.allows(passive, Passive.SQL_OK)) {
            return Marker.PASSIVE_NO_RESULT;
        }
        KeyLoader.reloadAttributes(state, Set.of(attribute), passive);
        return LoadStatus.SET;
    }
}
