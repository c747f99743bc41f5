package dev.grapnel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.History;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Passive;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The history of an attribute")
class HistoryTest {
    private ClassManager manager;
    private Thing thing;

    @BeforeEach
    void manage() {
        manager = Thing.manage();
        thing = new Thing("a");
        thing.list.add(new Thing("x"));
        ValueBooks.commitAll(state());
    }

    @AfterEach
    void release() {
        manager.release();
    }

    private InstanceState state() {
        return ClassManager.requireState(thing);
    }

    private History<Object> of(String attribute) {
        return manager.tracker(attribute).history(state(), Passive.NO_INITIALIZE);
    }

    @Test
    void isUnchangedAfterACommit() {
        assertThat(of("name")).isEqualTo(new History<>(List.of(), List.of("a"), List.of()));
        assertThat(state().isModified()).isFalse();
    }

    @Test
    void holdsTheFirstFormerValueHoweverOftenItIsWritten() {
        thing.name = "b";
        thing.name = "c";

        assertThat(of("name")).isEqualTo(new History<>(List.of("c"), List.of(), List.of("a")));
    }

    @Test
    void isUnchangedWhenTheFormerValueComesBack() {
        thing.name = "b";
        thing.name = new String("a");

        assertThat(of("name").hasChanges()).isFalse();
        assertThat(state().isModified()).isTrue();
    }

    @Test
    void ofAReferenceHoldsBothObjects() {
        Thing first = new Thing("first");
        thing.reference = first;
        ValueBooks.commitAll(state());
        Thing second = new Thing("second");

        thing.reference = second;

        assertThat(of("reference")).isEqualTo(new History<>(List.of(second), List.of(), List.of(first)));
    }

    @Test
    void ofACollectionTellsAddedUnchangedAndDeleted() {
        Thing stays = thing.list.get(0);
        Thing goes = new Thing("goes");
        thing.list.add(goes);
        ValueBooks.commitAll(state());
        Thing comes = new Thing("comes");

        thing.list.remove(goes);
        thing.list.add(comes);

        assertThat(of("list")).isEqualTo(new History<>(List.of(comes), List.of(stays), List.of(goes)));
    }

    @Test
    void ofACollectionForgetsWhatCameAndWent() {
        Thing guest = new Thing("guest");

        thing.list.add(guest);
        thing.list.remove(guest);

        assertThat(of("list").hasChanges()).isFalse();
    }
}
