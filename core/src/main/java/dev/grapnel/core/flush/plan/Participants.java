package dev.grapnel.core.flush.plan;

import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects that one plan knows, in order of registration.
 *
 * <p>What is known of an object hangs on its state, so that it is found without a search: a plan asks several times for each object. Two plans may look
 * at the same object, as when a flush is explained by a listener of another; the second one keeps what it knows in a map.
 */
final class Participants {
    private final List<Participant> registered = new ArrayList<>();
    private final List<Participant> lookedAt = new ArrayList<>(0);
    private final Map<InstanceState, Participant> aside = new HashMap<>(0);
    private final Map<Mapper, Line> byMapper = new HashMap<>();
    /** That of the object before: objects of one class often come together. */
    private @Nullable Line latest;

    /** Whether one was ever to be deleted: of most flushes none is, and nobody has to look for them. */
    private boolean someDeleting;

    /** The objects of one mapper. */
    private static final class Line {
        final Mapper mapper;
        final List<Participant> all = new ArrayList<>();

        Line(Mapper mapper) {
            this.mapper = mapper;
        }

        /** Says whether it is the first one. */
        boolean add(Participant joining) {
            all.add(joining);
            return all.size() == 1;
        }
    }

    @Nullable Participant find(InstanceState state) {
        if (state.work() instanceof Participant known && known.isIn(this)) {
            return known;
        }
        return aside.isEmpty() ? null : aside.get(state);
    }

    /** The registered object, or null. */
    @Nullable Participant findRegistered(InstanceState state) {
        Participant known = find(state);
        return known != null && known.isRegistered() ? known : null;
    }

    /** What is known of an object, registered or not. */
    Participant lookAt(InstanceState state) {
        Participant known = find(state);
        if (known == null) {
            known = make(state);
            lookedAt.add(known);
        }
        return known;
    }

    private Participant make(InstanceState state) {
        Participant made = new Participant(this, state);
        if (state.work() == null) {
            state.work(made);
        } else {
            aside.put(state, made);
        }
        return made;
    }

    /**
     * Registers an object that is not registered.
     *
     * @return whether it is the first one of its mapper
     */
    boolean register(InstanceState state, boolean deleting, boolean listOnly) {
        Participant known = find(state);
        Participant joining = known == null ? make(state) : known;
        joining.register(deleting, listOnly);
        registered.add(joining);
        return line(Mapper.of(state)).add(joining);
    }

    private Line line(Mapper mapper) {
        if (latest == null || latest.mapper != mapper) {
            latest = byMapper.computeIfAbsent(mapper, Line::new);
        }
        return latest;
    }

    boolean isEmpty() {
        return registered.isEmpty();
    }

    List<Participant> registered() {
        return registered;
    }

    boolean hasMapper(Mapper mapper) {
        return byMapper.containsKey(mapper);
    }

    /** Those of one mapper; grows while they are looked at. */
    List<Participant> of(Mapper mapper) {
        Line line = byMapper.get(mapper);
        return line == null ? List.of() : line.all;
    }

    /** Those of some mappers that are to be deleted, or else saved. */
    List<InstanceState> of(Collection<Mapper> mappers, boolean deleting) {
        List<InstanceState> found = new ArrayList<>();
        if (deleting && !someDeleting) {
            return found;
        }
        for (Mapper mapper : mappers) {
            for (Participant each : of(mapper)) {
                if (each.isFor(deleting)) {
                    found.add(each.state());
                }
            }
        }
        return found;
    }

    /** One of them is to be deleted from now on. */
    void deleting() {
        someDeleting = true;
    }

    /** Forgets all: no state leads here any more. */
    void release() {
        registered.forEach(this::release);
        lookedAt.forEach(this::release);
    }

    private void release(Participant each) {
        if (each.state().work() == each) {
            each.state().work(null);
        }
    }
}
