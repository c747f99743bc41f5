package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.session.Instance;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Sheets.Grid;
import dev.grapnel.testkit.session.Sheets.GridConverter;
import dev.grapnel.testkit.session.Sheets.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values that are changed inside and say so. */
@EveryDatabase
@DisplayName("A value that tells of its changes, on")
class TrackedValueTest extends DatabaseTest {
    private static final ColumnAttribute<Plot, Grid> GRID = ColumnAttribute.of(Plot.class, "grid", Grid.class);

    TrackedValueTest() {
        super(Plot.class);
    }

    @BeforeEach
    void givenPlots() {
        elsewhere(s -> {
            for (int id = 1; id <= 2; id++) {
                Plot plot = new Plot(id);
                plot.grid = new Grid(1, 2);
                s.add(plot);
            }
        });
        statements.clear();
    }

    private Plot load(int id) {
        return Objects.requireNonNull(session.get(Plot.class, id));
    }

    private static Grid grid(Plot plot) {
        return Objects.requireNonNull(plot.grid);
    }

    private int updates() {
        return statements.count(StatementKind.UPDATE);
    }

    @Test
    void isWritten() {
        Plot plot = load(1);
        grid(plot).put(0, 7);
        session.flush();
        session.flush();
        assertThat(updates()).isEqualTo(1);

        session.refresh(plot);
        assertThat(grid(plot).get(0)).isEqualTo(7);
    }

    @Test
    void isWrittenAfterItWasAssigned() {
        Plot plot = load(1);
        Grid assigned = new Grid(3, 4);
        plot.grid = assigned;
        session.flush();
        assigned.put(1, 5);
        session.flush();
        assertThat(updates()).isEqualTo(2);

        session.refresh(plot);
        assertThat(grid(plot).get(1)).isEqualTo(5);
    }

    @Test
    void isNeitherCopiedNorCompared() {
        Grid grid = grid(load(1));
        GridConverter.written = 0;
        grid.putSilently(0, 9);
        session.flush();

        assertThat(GridConverter.written).isZero();
        assertThat(updates()).isZero();
    }

    @Test
    @Tag("A-12")
    void tellsListenersAtOnce() {
        List<Object> told = new ArrayList<>();
        Plot plot = load(1);
        try (Subscription unused = Events.on(GRID).onModified(e -> told.add(e.target()))) {
            grid(plot).put(0, 7);
        }

        assertThat(told).containsExactly(plot);
        assertThat(session.dirty()).containsExactly(plot);
        assertThat(Instance.of(plot).history(GRID).added()).containsExactly(grid(plot));
    }

    @Test
    void marksAllObjectsThatHaveIt() {
        Grid shared = grid(load(1));
        Plot other = load(2);
        other.grid = shared;
        session.flush();
        shared.put(0, 8);

        assertThat(session.dirty()).hasSize(2);
    }

    @Test
    void marksNobodyThatGaveItUp() {
        Plot plot = load(1);
        Grid replaced = grid(plot);
        plot.grid = new Grid(5);
        session.flush();
        replaced.put(0, 8);
        assertThat(session.dirty()).isEmpty();

        Grid expired = grid(plot);
        session.expire(plot);
        expired.put(0, 8);
        assertThat(session.dirty()).isEmpty();
    }

    @Test
    @Tag("U-32")
    void keepsItsObjectAlive() {
        Grid grid = grid(load(1));
        System.gc();
        grid.put(0, 7);
        session.commit();

        assertThat(grid(load(1)).get(0)).isEqualTo(7);
    }

    @Test
    void letsItsObjectGoWithItself() {
        grid(load(1));
        System.gc();

        assertThat(session.persistentObjects()).isEmpty();
    }
}
