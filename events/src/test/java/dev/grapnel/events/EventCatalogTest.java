package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventCatalogTest {
    private final EventCatalog catalog = new EventCatalog("door");

    @Test
    void keysAreListedInTheOrderInWhichTheyWereMade() {
        EventKey<String> opened = catalog.key("opened");
        EventKey<String> closed = catalog.key("closed");

        assertThat(catalog.keys()).containsExactly(opened, closed);
    }

    @Test
    void keyKnowsItsFamilyAndItsName() {
        EventKey<String> opened = catalog.key("opened");

        assertThat(opened.catalog()).isSameAs(catalog);
        assertThat(opened.name()).isEqualTo("opened");
        assertThat(opened).hasToString("door.opened");
    }

    @Test
    void nameIsGivenOnce() {
        catalog.key("opened");

        assertThatThrownBy(() -> catalog.key("opened"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot add event 'opened' to family 'door': it has one of that name. Choose another.");
    }

    @Test
    void targetMadeBeforeAKeyKnowsItsEvent() {
        EventKey<String> opened = catalog.key("opened");
        Dispatch dispatch = Dispatch.of(catalog, "front door", null);
        dispatch.listen(opened, e -> {}, ListenOptions.NONE);
        EventKey<String> closed = catalog.key("closed");
        Watcher<String> listener = e -> {};

        dispatch.listen(closed, listener, ListenOptions.NONE);

        assertThat(dispatch.contains(closed, listener)).isTrue();
        assertThat(dispatch.current(opened).isEmpty()).isFalse();
    }
}
