package dev.grapnel.beanvalidation;

import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.MapperRegistry;
import dev.grapnel.events.Subscription;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Listeners on every mapper of a registry, those that come later included. */
final class EachMapper implements Subscription {
    private final Function<Mapper, List<Subscription>> listen;
    private final Collection<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile boolean active = true;

    private EachMapper(Function<Mapper, List<Subscription>> listen) {
        this.listen = listen;
    }

    static Subscription of(MapperRegistry registry, Function<Mapper, List<Subscription>> listen) {
        registry.configure();
        EachMapper each = new EachMapper(listen);
        registry.mappers().forEach(each::add);
        each.subscriptions.add(Mapped.onAll().mapperConfigured(event -> {
            if (event.mapper().registry() == registry) {
                each.add(event.mapper());
            }
        }));
        return each;
    }

    private void add(Mapper mapper) {
        subscriptions.addAll(listen.apply(mapper));
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public void close() {
        active = false;
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }
}
