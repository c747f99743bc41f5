package dev.grapnel.core.flush.plan;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The work of one flush while it is planned.
 *
 * <h2>How a plan comes about</h2>
 *
 * <ol>
 *   <li>Objects are registered, to be saved or deleted. With the first object of a mapper, its save and delete actions and the rules of its
 *       relationships join.
 *   <li>Each rule looks at the objects of its mappers, again and again until no new object is drawn in: orphans to delete, children whose
 *       key is to be cleared.
 *   <li>A rule with something to do adds its actions and says what comes before what.
 *   <li>If actions form a circle, those on it are broken into actions on single objects, ordered by the links there are.
 *   <li>The actions are sorted in layers.
 * </ol>
 */
public final class WorkGraph implements FlushContext {
    private final FlushSession session;
    private final PlanView view;
    private final Participants participants = new Participants();
    private final Map<DependencyRule, Preprocessing> preprocessings = new LinkedHashMap<>();
    private final ActionGraph actions = new ActionGraph();
    private final Map<Mapper, Set<DependencyRule>> processingRules = new LinkedHashMap<>();
    private final Map<Object, Object> memos = new HashMap<>();
    private final Map<Mapper, PostUpdates> postUpdates = new HashMap<>();

    /** Objects that get an update of their own, the attributes it writes, and whether the rows are deleted behind it. */
    public record PostUpdates(Set<InstanceState> states, Set<String> attributes, boolean deleting) {}

    /**
     * Begins the plan of one flush.
     *
     * @param session whose flush it is
     */
    public WorkGraph(FlushSession session) {
        this(session, new LoadingView(session));
    }

    /**
     * Begins the plan of one flush with a view of its own.
     *
     * @param session whose flush it is
     * @param view how the objects are seen
     */
    public WorkGraph(FlushSession session, PlanView view) {
        this.session = session;
        this.view = view;
    }

    /** The session. */
    public FlushSession session() {
        return session;
    }

    /** How the objects are seen. */
    PlanView view() {
        return view;
    }

    /** Says why an object takes part. */
    public void because(InstanceState state, Cause cause, @Nullable Relationship along, @Nullable InstanceState from) {
        view.because(state, cause, along, from);
    }

    /** Whether there is anything to do. */
    public boolean hasWork() {
        return !participants.isEmpty();
    }

    // ---- registering objects ----

    /** Registers an object to be saved or deleted. */
    public boolean register(InstanceState state, boolean deleting) {
        return register(state, deleting, false, false, null);
    }

    /**
     * Registers an object.
     *
     * @param state of the object
     * @param deleting whether it is to be deleted, otherwise saved
     * @param listOnly whether it only takes part in ordering and finishing
     * @param cancelDelete whether a delete decided before is taken back
     * @param because the relationship that draws the object in, or null; used to warn about objects outside the session
     * @return false if the object is not in the session
     */
    boolean register(
            InstanceState state,
            boolean deleting,
            boolean listOnly,
            boolean cancelDelete,
            @Nullable Relationship because) {
        if (!isInSession(state, because)) {
            return false;
        }
        Participant known = participants.findRegistered(state);
        if (known == null) {
            if (participants.register(state, deleting, listOnly)) {
                join(Mapper.of(state));
            }
        } else if (!listOnly && (deleting || cancelDelete)) {
            known.decide(deleting);
        }
        return true;
    }

    /** Whether an object is in the session; if not, a link that leads to it is not written (rule U-10). */
    boolean isInSession(InstanceState state, @Nullable Relationship along) {
        if (view.contains(state)) {
            return true;
        }
        if (along != null && !(state.hasKey() && state.isDeleted())) {
            view.linkIgnored(state, along);
        }
        return false;
    }

    private void join(Mapper mapper) {
        int saves = action(new Action.SaveAll(mapper.base()));
        int deletes = action(new Action.DeleteAll(mapper.base()));
        before(saves, deletes);
        FlushRules rules = FlushRules.of(mapper);
        rules.incoming().forEach(rule -> rule.preprocess(this));
        rules.own().forEach(rule -> rule.preprocess(this));
    }

    void preprocess(DependencyRule rule, boolean fromParent) {
        if (!preprocessings.containsKey(rule)) {
            preprocessings.put(rule, new Preprocessing(rule, fromParent));
        }
    }

    /** Takes an object out of what is deleted: its row lives on under another object (rule M-10). */
    public void keepRow(InstanceState state) {
        Participant known = participants.findRegistered(state);
        if (known != null) {
            known.listOnly();
        }
    }

    @Override
    public boolean isDeleted(InstanceState state) {
        Participant known = participants.find(state);
        return known != null && known.isDeleting();
    }

    /** Whether the row of an object is to be deleted: not if it lives on under another one. */
    public boolean losesRow(InstanceState state) {
        Participant known = participants.findRegistered(state);
        return known != null && known.isFor(true);
    }

    /** Whether an object takes part. */
    public boolean isRegistered(InstanceState state) {
        return participants.findRegistered(state) != null;
    }

    boolean hasMapper(Mapper mapper) {
        return participants.hasMapper(mapper);
    }

    Participants participants() {
        return participants;
    }

    /**
     * Tells what became of each object of the flush, in order of registration.
     *
     * @param saved takes those whose rows were written
     * @param deleted takes those whose rows are gone
     */
    public void sort(Collection<InstanceState> saved, Collection<InstanceState> deleted) {
        for (Participant each : participants.registered()) {
            (each.isDeleting() ? deleted : saved).add(each.state());
        }
    }

    /** The objects of a hierarchy that are to be saved or deleted. */
    public List<InstanceState> ofHierarchy(Mapper base, boolean deleting) {
        return participants.of(base.base().selfAndDescendants(), deleting);
    }

    /** The objects a rule works on. */
    public List<InstanceState> elements(DependencyRule rule, boolean fromParent, boolean deleting) {
        return participants.of(rule.mappers(fromParent), deleting);
    }

    boolean isListOnly(InstanceState state) {
        Participant known = participants.findRegistered(state);
        return known != null && known.isListOnly();
    }

    /** The flush has ended: what it knew of its objects is forgotten. */
    public void end() {
        participants.release();
    }

    // ---- what rules remember ----

    @SuppressWarnings("unchecked") // one type for each key
    <M> M memo(Object key, Supplier<M> make) {
        return (M) memos.computeIfAbsent(key, unused -> make.get());
    }

    /**
     * What became of a relationship, looked up once for each flush unless a later look may go further.
     *
     * @param state of the object
     * @param attribute the relationship
     * @param passive how far to go
     * @return the history
     */
    public StateHistory history(InstanceState state, AttributeTracker attribute, int passive) {
        return participants.lookAt(state).history(attribute, passive, view);
    }

    /** Asks for an update of its own. */
    void postUpdate(InstanceState state, List<String> attributes) {
        PostUpdates updates = postUpdates.computeIfAbsent(
                Mapper.of(state).base(),
                unused -> new PostUpdates(new LinkedHashSet<>(), new LinkedHashSet<>(), false));
        updates.states.add(state);
        updates.attributes.addAll(attributes);
    }

    /** The updates of their own that were asked for in a hierarchy. */
    public PostUpdates postUpdates(Mapper base, boolean deleting) {
        PostUpdates all = postUpdates.getOrDefault(base, new PostUpdates(Set.of(), Set.of(), deleting));
        Set<InstanceState> wanted = new LinkedHashSet<>();
        for (InstanceState state : all.states) {
            if (isDeleted(state) == deleting && isRegistered(state)) {
                wanted.add(state);
            }
        }
        return new PostUpdates(wanted, all.attributes, deleting);
    }

    // ---- actions and their order ----

    /** The number of an action on all objects; it joins if it is new. */
    int action(Action.Whole wanted) {
        return actions.of(wanted);
    }

    void before(int earlier, int later) {
        actions.before(earlier, later);
    }

    void disable(int action) {
        actions.disable(action);
    }

    boolean isOnCircle(int action) {
        return actions.isOnCircle(action);
    }

    /** A new action on one object, broken from one on all. */
    int single(int whole, InstanceState state) {
        return actions.single(whole, state);
    }

    /** The action that saves or deletes an object which takes part, broken from one of those on all of its hierarchy. */
    int single(InstanceState state, int saves, int deletes) {
        Participant known = Objects.requireNonNull(participants.findRegistered(state));
        if (known.action() == Participant.NO_ACTION) {
            known.action(actions.single(known.isDeleting() ? deletes : saves, state));
        }
        return known.action();
    }

    void processes(DependencyRule rule) {
        processingRules
                .computeIfAbsent(rule.parent().base(), unused -> new LinkedHashSet<>())
                .add(rule);
    }

    /** The rules that have something to do for objects of a hierarchy. */
    Set<DependencyRule> processing(Mapper base) {
        return processingRules.getOrDefault(base, Set.of());
    }

    /**
     * Decides everything and gives the plan.
     *
     * @return the ordered plan
     */
    public FlushPlan plan() {
        drawIn();
        new SingleActions(this, actions).breakCircles();
        return actions.plan();
    }

    private void drawIn() {
        boolean more = true;
        while (more) {
            more = false;
            for (Preprocessing preprocessing : new ArrayList<>(preprocessings.values())) {
                more |= preprocessing.run(this);
            }
        }
    }
}
