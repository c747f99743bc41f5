package dev.grapnel.sql.load;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.instrument.AttributeLoader;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.EmbeddedTracker;
import dev.grapnel.core.instrument.LoadStatus;
import dev.grapnel.core.instrument.ScalarTracker;
import dev.grapnel.core.mapping.Deferral;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads a column that is left out of the main SELECT when it is first read, with those of its group (rule G-10); or refuses to.
 *
 * @param attribute of the column
 * @param raises whether it refuses
 */
record DeferredLoader(String attribute, boolean raises) implements AttributeLoader {
    @Override
    public @Nullable Object load(InstanceState state, int passive) {
        if (!state.hasKey()) {
            return LoadStatus.EMPTY;
        }
        if (!Passive.allows(passive, Passive.SQL_OK)) {
            return Marker.PASSIVE_NO_RESULT;
        }
        if (raises && !Passive.allows(passive, Passive.NO_RAISE)) {
            throw new InvalidRequestException(
                    "Cannot load " + ClassManager.of(state).tracker(attribute) + " of " + state
                            + ": it is set to raise when it is read without having been loaded. Load it with the query, or refresh it.");
        }
        KeyLoader.reloadAttributes(state, together(state), passive);
        return LoadStatus.SET;
    }

    /** The attribute, and what is missing of its group and of the same embedded value, which is put together of all its parts. */
    private Set<String> together(InstanceState state) {
        ClassManager manager = ClassManager.of(state);
        Set<String> wanted = new LinkedHashSet<>();
        wanted.add(attribute);
        wanted.addAll(group(state));
        for (String name : List.copyOf(wanted)) {
            EmbeddedTracker whole = manager.tracker(name) instanceof ScalarTracker part ? part.whole() : null;
            if (whole != null) {
                wanted.addAll(whole.partNames());
            }
        }
        wanted.removeIf(name -> isThere(state, manager.tracker(name).index()));
        return wanted;
    }

    private Set<String> group(InstanceState state) {
        TableMapper mapper = TableMapper.of(state);
        Deferral own = mapper.column(attribute).property().settings().deferral();
        Set<String> names = new LinkedHashSet<>();
        if (own != null) {
            for (MappedColumn column : mapper.columns()) {
                Deferral other = column.property().settings().deferral();
                if (other != null && other.isOf(own.group())) {
                    names.add(column.attribute());
                }
            }
        }
        return names;
    }

    private static boolean isThere(InstanceState state, int index) {
        return state.has(index) || state.isChanged(index);
    }
}
