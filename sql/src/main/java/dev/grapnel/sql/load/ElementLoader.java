package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeLoader;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.ElementTracker;
import dev.grapnel.core.instrument.ElementTracker.Row;
import dev.grapnel.core.instrument.LoadStatus;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.core.state.Passive;
import dev.grapnel.sql.mapping.ElementTable;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads a collection of values when it is first read. */
final class ElementLoader implements AttributeLoader {
    private final TableMapper mapper;
    private final ElementTable elements;
    private final ElementSelect select;

    ElementLoader(TableMapper mapper, ElementTable elements) {
        this.mapper = mapper;
        this.elements = elements;
        this.select = new ElementSelect(mapper, elements);
    }

    @Override
    public @Nullable Object load(InstanceState state, int passive) {
        if (!state.hasKey()) {
            return LoadStatus.EMPTY;
        }
        boolean withoutSession = state.owner() == null && Passive.allows(passive, Passive.NO_RAISE);
        if (!Passive.allows(passive, Passive.SQL_OK) || withoutSession) {
            return Marker.PASSIVE_NO_RESULT;
        }
        LoadingSession session = KeyLoader.sessionOf(state, "collection " + elements.property());
        boolean autoflush = !Passive.allows(passive, Passive.NO_AUTOFLUSH);
        List<Row> rows = session.announced(
                LoadRequest.ofColumns(mapper, state, null, autoflush),
                () -> session.read(select.ofOne(state), select::rowsOfOne));
        ElementTracker tracker = (ElementTracker)
                ClassManager.of(state).tracker(elements.property().name());
        if (state.isAbsent(tracker.index())) {
            tracker.load(state, rows);
        }
        return LoadStatus.SET;
    }
}
