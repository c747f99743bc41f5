package dev.grapnel.core.mapping;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.instrument.CollectionKind;
import dev.grapnel.core.state.InstanceState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reference, or a collection of references, to other mapped objects. */
public final class Relationship extends Property {
    private final Class<?> targetType;
    private final Direction direction;
    private final @Nullable CollectionKind collection;
    private final Set<CascadeType> cascades;
    private final Settings settings;
    private final @Nullable String otherSide;
    private @Nullable Mapper target;
    private @Nullable Relationship reverse;
    private List<KeyPair> keyPairs = List.of();
    private @Nullable MemberPlace place;

    /**
     * What is said about a relationship beyond its two ends.
     *
     * @param strategy how it is loaded
     * @param passiveDeletes whether members that are not loaded are left to the store when the owner is deleted
     * @param leavesMembers whether members are left to the store when the owner is deleted, loaded or not
     * @param passiveUpdates whether a changed key is followed by the store, and in memory only by those that are loaded
     * @param singleParent whether an object may have one parent only
     * @param postUpdate whether the key is written by an update of its own
     * @param viewOnly whether changes are not written
     * @param activeHistory whether the old value is loaded before a write
     * @param oneWay whether a write leaves the other side in memory as it is
     * @param repeats whether a write that says again what the other side has done is a second write
     * @param mergedByKey whether a merge that does not follow it has the copy refer to the objects of the session with the same keys
     */
    public record Settings(
            LoadStrategy strategy,
            boolean passiveDeletes,
            boolean leavesMembers,
            boolean passiveUpdates,
            boolean singleParent,
            boolean postUpdate,
            boolean viewOnly,
            boolean activeHistory,
            boolean oneWay,
            boolean repeats,
            boolean mergedByKey) {
        /** Loaded on first read, nothing special. */
        public static final Settings LAZY =
                new Settings(LoadStrategy.SELECT, false, false, true, false, false, false, false, false, true, false);
    }

    /**
     * Declares a relationship.
     *
     * @param declaringType the mapped class that declares it
     * @param name of the attribute
     * @param targetType the class of the other objects
     * @param direction where the key stands
     * @param collection the kind of collection, or null for a single reference
     * @param cascades what follows it
     * @param settings what else is said about it
     * @param otherSide the attribute of the other class that is its other side, or null
     */
    @SuppressWarnings("TooManyParameters") // the declaration as a whole; made in two places
    public Relationship(
            Class<?> declaringType,
            String name,
            Class<?> targetType,
            Direction direction,
            @Nullable CollectionKind collection,
            Set<CascadeType> cascades,
            Settings settings,
            @Nullable String otherSide) {
        super(declaringType, name);
        this.targetType = targetType;
        this.direction = direction;
        this.collection = collection;
        this.cascades = cascades.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(cascades));
        this.settings = settings;
        this.otherSide = otherSide;
    }

    /** The class of the other objects. */
    public Class<?> targetType() {
        return targetType;
    }

    /** The mapper of the other objects; known once configured. */
    public Mapper target() {
        return Objects.requireNonNull(target, "relationship is not configured");
    }

    /** Where the key stands. */
    public Direction direction() {
        return direction;
    }

    /** The kind of collection, or null for a single reference. */
    public @Nullable CollectionKind collection() {
        return collection;
    }

    /** Whether the attribute holds several objects. */
    public boolean isCollection() {
        return collection != null;
    }

    /** Whether it holds several objects that are never in memory together, so that there is nothing to load. */
    public boolean isQueued() {
        return collection != null && collection.isQueued();
    }

    /** What follows the relationship. */
    public Set<CascadeType> cascades() {
        return cascades;
    }

    /** Whether something follows the relationship. */
    public boolean cascades(CascadeType type) {
        return cascades.contains(type);
    }

    /** What else is said about it. */
    public Settings settings() {
        return settings;
    }

    /** The attribute of the other class that is its other side, or null. */
    public @Nullable String otherSide() {
        return otherSide;
    }

    /** The relationship of the other class that is its other side, or null. */
    public @Nullable Relationship reverse() {
        return reverse;
    }

    /** Whether a write changes the other side in memory too; known once configured. Nothing written reaches or leaves what is only viewed. */
    public boolean keepsOtherSideInStep() {
        boolean otherIsViewOnly = reverse != null && reverse.settings.viewOnly();
        return otherSide != null && !settings.oneWay() && !settings.viewOnly() && !otherIsViewOnly;
    }

    /** Which key values are copied where when a link is written; empty for many-to-many. */
    public List<KeyPair> keyPairs() {
        return keyPairs;
    }

    /** Whether it is a list whose positions are kept. */
    public boolean isPositioned() {
        return collection == CollectionKind.POSITIONED_LIST;
    }

    /** Where the place of each member is kept; null if places are not kept. Known once configured. */
    public @Nullable MemberPlace place() {
        return place;
    }

    /** Whether objects are told which parent holds them. */
    public boolean tracksParent() {
        return settings.singleParent() || direction == Direction.ONE_TO_MANY;
    }

    /** Whether an object was let go by this relationship, which deletes its orphans. */
    public boolean hasParent(InstanceState child) {
        return ParentLinks.hasParent(this, child);
    }

    void resolve(Mapper targetMapper, @Nullable Relationship reverseSide) {
        this.target = targetMapper;
        this.reverse = reverseSide;
    }

    /** Says which key values are copied; called by the backend while the mapper is configured. */
    public void keyPairs(List<KeyPair> pairs) {
        this.keyPairs = List.copyOf(pairs);
    }

    /** Says where the place of each member is kept; called by the backend while the mapper is configured. */
    public void place(MemberPlace kept) {
        this.place = kept;
    }
}
