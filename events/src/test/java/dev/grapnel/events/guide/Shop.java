package dev.grapnel.events.guide;

import dev.grapnel.events.Dispatch;
import dev.grapnel.events.EventTarget;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.Listeners;

final class Shop implements EventTarget<ShopEvents> {
    static final Dispatch ALL = Dispatch.ofClassLevel(ShopEvents.CATALOG, "all shops", null);

    private final Dispatch dispatch = Dispatch.of(ShopEvents.CATALOG, "shop", ALL);

    static ShopEvents all() {
        return new ShopEvents(ALL, ListenOptions.NONE);
    }

    @Override
    public ShopEvents events() {
        return new ShopEvents(dispatch, ListenOptions.NONE);
    }

    void order(String article, int pieces) {
        Listeners<ShopEvents.Ordered> listeners = dispatch.current(ShopEvents.ORDERED);
        if (!listeners.isEmpty()) {
            listeners.fire(new ShopEvents.Ordered(article, pieces));
        }
    }

    int price(int cents) {
        ShopEvents.Price event = new ShopEvents.Price(cents);
        dispatch.current(ShopEvents.PRICE).fire(event);
        return event.value();
    }
}
