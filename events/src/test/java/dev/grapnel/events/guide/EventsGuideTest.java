package dev.grapnel.events.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.Watcher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsGuideTest {
    private final Shop shop = new Shop();
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void removeWhatWasRegisteredForAllShops() {
        Shop.ALL.clear();
    }

    @Test
    void listening() {
        Events.on(shop).ordered(e -> log.add(e.pieces() + " " + e.article()));

        shop.order("pens", 3);
        assertThat(log).containsExactly("3 pens");
    }

    @Test
    void changing() {
        Events.on(shop).replacePrice(e -> e.value() * 9 / 10);

        assertThat(shop.price(1000)).isEqualTo(900);
    }

    @Test
    void refusing() {
        Events.on(shop).ordered(e -> {
            if (e.pieces() < 1) {
                throw new IllegalArgumentException("order at least one piece of " + e.article());
            }
        });

        Throwable refusal = catchThrowable(() -> shop.order("pens", 0));
        assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
        assertThat(refusal.getSuppressed()[0]).hasMessageContaining("of shop.ordered on shop");
    }

    @Test
    void modifying() {
        Events.on(shop).ordered(e -> log.add("always"));
        Events.on(shop).once().first().ordered(e -> log.add("once, in front"));

        shop.order("pens", 1);
        shop.order("pens", 1);
        assertThat(log).containsExactly("once, in front", "always", "always");
    }

    @Test
    void ordering() {
        Events.on(shop).ordered(e -> log.add("this shop"));
        Shop.all().ordered(e -> log.add("all shops"));

        shop.order("pens", 1);
        assertThat(log).containsExactly("all shops", "this shop");
    }

    @Test
    void closing() {
        try (Subscription audit = Events.on(shop).ordered(e -> log.add(e.article()))) {
            shop.order("pens", 1);
            assertThat(audit.isActive()).isTrue();
        }
        shop.order("ink", 1);

        assertThat(log).containsExactly("pens");
    }

    @Test
    void removing() {
        Watcher<ShopEvents.Ordered> audit = e -> log.add(e.article());
        Events.on(shop).ordered(audit);

        assertThat(Events.on(shop).contains(ShopEvents.ORDERED, audit)).isTrue();
        Events.on(shop).remove(ShopEvents.ORDERED, audit);
        assertThat(Events.on(shop).contains(ShopEvents.ORDERED, audit)).isFalse();
    }

    @Test
    void changingListenersMeanwhile() {
        Events.on(shop).once().ordered(first -> Events.on(shop).ordered(e -> log.add(e.article())));

        shop.order("pens", 1);
        shop.order("ink", 1);
        assertThat(log).containsExactly("ink");
    }
}
