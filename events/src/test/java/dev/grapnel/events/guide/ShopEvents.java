package dev.grapnel.events.guide;

import dev.grapnel.events.Changer;
import dev.grapnel.events.EventCatalog;
import dev.grapnel.events.EventFamily;
import dev.grapnel.events.EventKey;
import dev.grapnel.events.ListenOptions;
import dev.grapnel.events.ListenPoint;
import dev.grapnel.events.Subscription;
import dev.grapnel.events.ValueEvent;
import dev.grapnel.events.Watcher;

final class ShopEvents extends EventFamily<ShopEvents> {
    static final EventCatalog CATALOG = new EventCatalog("shop");
    static final EventKey<Ordered> ORDERED = CATALOG.key("ordered");
    static final EventKey<Price> PRICE = CATALOG.key("price");

    record Ordered(String article, int pieces) {}

    static final class Price extends ValueEvent<Integer> {
        Price(int cents) {
            super(cents);
        }
    }

    ShopEvents(ListenPoint target, ListenOptions options) {
        super(target, options);
    }

    @Override
    protected ShopEvents with(ListenOptions changed) {
        return new ShopEvents(target(), changed);
    }

    Subscription ordered(Watcher<? super Ordered> watcher) {
        return listen(ORDERED, watcher);
    }

    Subscription replacePrice(Changer<? super Price, Integer> changer) {
        return change(PRICE, changer);
    }
}
