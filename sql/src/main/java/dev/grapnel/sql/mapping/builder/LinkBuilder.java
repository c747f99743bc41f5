package dev.grapnel.sql.mapping.builder;

import dev.grapnel.core.annotation.ActiveHistory;
import dev.grapnel.core.annotation.Load;
import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.annotation.PairedWith;
import dev.grapnel.core.annotation.PassiveDeletes;
import dev.grapnel.core.annotation.PassiveUpdates;
import dev.grapnel.core.annotation.PostUpdate;
import dev.grapnel.core.annotation.SingleParent;
import dev.grapnel.core.annotation.ViewOnly;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.sql.mapping.annotation.WrittenElement;
import dev.grapnel.sql.mapping.annotation.WrittenElement.Given;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says how a relationship is mapped. Unless something is said, it is loaded when it is first read, and adding and merging follow it
 * ({@link CascadeType#SAVE_UPDATE}, {@link CascadeType#MERGE}).
 *
 * @param <B> the builder itself
 */
public abstract class LinkBuilder<B extends LinkBuilder<B>> {
    final WrittenElement said;
    final Class<? extends Annotation> kind;

    LinkBuilder(WrittenElement said, Class<? extends Annotation> kind) {
        this.said = said.with(kind, "fetch", FetchType.LAZY);
        this.kind = kind;
        say(PairedWith.class, "repeats", true);
        cascade(CascadeType.SAVE_UPDATE, CascadeType.MERGE);
    }

    @SuppressWarnings("unchecked") // subclasses name themselves
    final B self() {
        return (B) this;
    }

    private B has(Class<? extends Annotation> annotation) {
        said.with(annotation);
        return self();
    }

    final B say(Class<? extends Annotation> annotation, String member, Object value) {
        said.with(annotation, member, value);
        return self();
    }

    /**
     * Names the class it refers to; otherwise the type of the field tells.
     *
     * @param entity a mapped class
     * @return this
     */
    public final B target(Class<?> entity) {
        return say(kind, "targetEntity", entity);
    }

    // ---- columns ----

    /**
     * Names a column of the foreign key; the next one if the other class has a key of several columns.
     *
     * @param name in the database
     * @return this
     */
    public final B column(String name) {
        said.add(JoinColumn.class, new LinkedHashMap<>(Map.of("name", name)));
        return self();
    }

    /**
     * Names a column of the foreign key and the column of the other key that it holds.
     *
     * @param name in the database
     * @param references the column of the other key
     * @return this
     */
    public final B column(String name, String references) {
        said.add(JoinColumn.class, new LinkedHashMap<>(Map.of("name", name, "referencedColumnName", references)));
        return self();
    }

    /**
     * Does not have the database check the foreign key.
     *
     * @return this
     */
    public final B unenforced() {
        said.each(
                JoinColumn.class,
                "foreignKey",
                WrittenElement.annotation(ForeignKey.class, Map.of("value", ConstraintMode.NO_CONSTRAINT)));
        return self();
    }

    // ---- the other side ----

    /**
     * Leaves the columns to an attribute of the other class.
     *
     * @param attribute its name
     * @return this
     */
    public final B mappedBy(String attribute) {
        return say(kind, "mappedBy", attribute);
    }

    /**
     * Leaves the columns to an attribute of the other class.
     *
     * @param attribute of the other class
     * @return this
     */
    public final B mappedBy(Attribute<?, ?> attribute) {
        return mappedBy(FieldName.of(attribute));
    }

    /**
     * Leaves the columns to an attribute of the other class.
     *
     * @param getter of the attribute, as {@code Address::getContact}
     * @param <E> the other class
     * @return this
     */
    public final <E> B mappedBy(Getter<E, ?> getter) {
        return mappedBy(FieldName.of(getter));
    }

    /**
     * Keeps an attribute of the other class in step that has columns of its own.
     *
     * @param attribute its name
     * @return this
     */
    public final B pairedWith(String attribute) {
        return say(PairedWith.class, "value", attribute);
    }

    /**
     * Takes a write that only says again what the other side has done for that one, as annotated classes do: a list does not hold an object twice
     * that has named its owner, adding follows a reference that is assigned again, and a merge that does not follow the relationship has the copy refer to
     * the objects of the session with the same keys.
     *
     * @return this
     */
    public final B saidByBothSides() {
        return say(PairedWith.class, "repeats", false);
    }

    // ---- what follows it ----

    /**
     * Says what follows the relationship, instead of the usual.
     *
     * @param cascades all of them; none, if nothing follows it
     * @return this
     */
    public final B cascade(CascadeType... cascades) {
        EnumSet<CascadeType> all = EnumSet.noneOf(CascadeType.class);
        all.addAll(Arrays.asList(cascades));
        if (all.contains(CascadeType.DELETE_ORPHAN)) {
            all.add(CascadeType.DELETE);
        }
        said.give(Given.CASCADES, all);
        return self();
    }

    /**
     * Lets an object have one parent only, so that it may be deleted with it.
     *
     * @return this
     */
    public final B singleParent() {
        return has(SingleParent.class);
    }

    // ---- loading and writing ----

    /**
     * Says how the objects are loaded.
     *
     * @param strategy when, and by which statement
     * @return this
     */
    public final B load(LoadStrategy strategy) {
        return say(Load.class, "value", strategy);
    }

    /**
     * Loads the former object, if it is not there, before another one is set.
     *
     * @return this
     */
    public final B activeHistory() {
        return has(ActiveHistory.class);
    }

    /**
     * Leaves members that are not loaded to the database when their owner is deleted.
     *
     * @return this
     */
    public final B passiveDeletes() {
        return has(PassiveDeletes.class);
    }

    /**
     * Has members follow a changed key by updates of their own, because the database does not change them.
     *
     * @return this
     */
    public final B activeUpdates() {
        return say(PassiveUpdates.class, "value", false);
    }

    /**
     * Writes the foreign key by an UPDATE of its own, for rows that refer to each other.
     *
     * @return this
     */
    public final B postUpdate() {
        return has(PostUpdate.class);
    }

    /**
     * Never writes what is done to it.
     *
     * @return this
     */
    public final B viewOnly() {
        return has(ViewOnly.class);
    }
}
