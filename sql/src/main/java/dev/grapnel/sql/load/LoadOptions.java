package dev.grapnel.sql.load;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.load.ColumnOptions.Loading;
import dev.grapnel.sql.mapping.EntityTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How the objects of one statement are loaded, where it is to differ from their mapping (rules G-10 to G-17). Immutable; a tree along
 * relationships. What it says sticks to the objects and applies to their later lazy loads and refreshes (rule G-13).
 *
 * @param strategy of the relationship that leads here, or null for what is mapped
 * @param related options for the objects of relationships
 * @param columns which columns are brought against their mapping
 * @param criteria conditions on classes, wherever they are selected
 * @param subclasses classes whose own columns are brought for objects of them
 * @param via the relationship by which a statement with options came to the objects, or null for those it asked for itself
 * @param attached what the application attached, for listeners
 */
public record LoadOptions(
        @Nullable LoadStrategy strategy,
        Map<String, LoadOptions> related,
        ColumnOptions columns,
        List<Criterion> criteria,
        SubclassOptions subclasses,
        @Nullable Relationship via,
        List<Attachment> attached) {

    /** Something of the application's, and whether it follows to later loads of the objects. */
    public record Attachment(Object content, boolean follows) {}

    LoadOptions(
            @Nullable LoadStrategy strategy,
            Map<String, LoadOptions> related,
            ColumnOptions columns,
            List<Criterion> criteria,
            SubclassOptions subclasses,
            @Nullable Relationship via) {
        this(strategy, related, columns, criteria, subclasses, via, List.of());
    }

    /** Everything as mapped. */
    public static final LoadOptions NONE =
            new LoadOptions(null, Map.of(), ColumnOptions.NONE, List.of(), SubclassOptions.NONE, null);

    /**
     * A condition on a class, wherever it is selected. The same criterion holds once, however often it is added.
     *
     * @param type the class and its subclasses
     * @param attribute that the condition is about, or null if it is about the first table of the class
     * @param condition gives the condition for the name under which the column of the attribute, or the table, is in the statement
     */
    public record Criterion(Class<?> type, @Nullable String attribute, Function<Name, Condition> condition) {
        /** What it is about: the name of a column, or of the first table. */
        Name placeIn(EntityTables tables) {
            return attribute == null
                    ? tables.name()
                    : tables.field(tables.mapper().column(attribute).column()).getQualifiedName();
        }

        /** A condition on the first table of a class. */
        public Criterion(Class<?> type, Function<Name, Condition> condition) {
            this(type, null, condition);
        }

        /**
         * A condition on one attribute, whichever table of the class it is in.
         *
         * @param attribute of the class, or of a mapped superclass for all classes below it
         * @param condition made of the attribute's column in the statement
         * @param <V> the type of the value
         * @return the criterion
         */
        public static <V> Criterion on(ColumnAttribute<?, V> attribute, Function<Field<V>, Condition> condition) {
            return new Criterion(
                    attribute.ownerType(),
                    attribute.attributeName(),
                    column -> condition.apply(DSL.field(column, attribute.getDataType())));
        }
    }

    /** Whether everything is as mapped. */
    public boolean isNone() {
        return isWhole();
    }

    /**
     * Loads the relationships of a path by a strategy.
     *
     * @param wanted the strategy
     * @param path attribute names from here on
     * @return further options
     */
    public LoadOptions load(LoadStrategy wanted, String... path) {
        return load(wanted, List.of(path));
    }

    private LoadOptions load(LoadStrategy wanted, List<String> path) {
        if (path.isEmpty()) {
            return this;
        }
        LoadOptions below = related.getOrDefault(path.get(0), NONE);
        LoadOptions told =
                new LoadOptions(wanted, below.related, below.columns, below.criteria, below.subclasses, null);
        Map<String, LoadOptions> grown = new LinkedHashMap<>(related);
        grown.put(path.get(0), told.load(wanted, path.subList(1, path.size())));
        return new LoadOptions(strategy, grown, columns, criteria, subclasses, via, attached);
    }

    /**
     * Says more about the objects of a relationship: which columns they bring, and what hangs on them.
     *
     * <pre>{@code
     * options.load(LoadStrategy.SELECTIN, "books").along(Author_.books, books -> books.loadOnly(Book_.title))
     * }</pre>
     *
     * @param relationship of the class
     * @param more gives further options for the objects from those so far
     * @return further options
     */
    public LoadOptions along(Attribute<?, ?> relationship, UnaryOperator<LoadOptions> more) {
        String name = relationship.attributeName();
        Map<String, LoadOptions> grown = new LinkedHashMap<>(related);
        grown.put(name, more.apply(related.getOrDefault(name, NONE)));
        return new LoadOptions(strategy, grown, columns, criteria, subclasses, via, attached);
    }

    // ---- columns ----

    /** Leaves a column out until it is read. */
    public LoadOptions defer(String attribute) {
        return with(columns.say(attribute, Loading.DEFERRED));
    }

    /** Leaves a column out until it is read. */
    public LoadOptions defer(Attribute<?, ?> attribute) {
        return defer(attribute.attributeName());
    }

    /** Leaves a column out; reading it is an error. */
    public LoadOptions deferRaising(Attribute<?, ?> attribute) {
        return with(columns.say(attribute.attributeName(), Loading.RAISING));
    }

    /** Brings a column that is mapped as deferred. */
    public LoadOptions undefer(String attribute) {
        return with(columns.say(attribute, Loading.BROUGHT));
    }

    /** Brings a column that is mapped as deferred. */
    public LoadOptions undefer(Attribute<?, ?> attribute) {
        return undefer(attribute.attributeName());
    }

    /** Brings all columns that are mapped as deferred in a group. */
    public LoadOptions undeferGroup(String group) {
        return with(columns.bringGroup(group));
    }

    /** Brings only some plain attributes and the key; others are loaded when they are read. */
    public LoadOptions loadOnly(Set<String> attributes) {
        return with(columns.only(attributes, false));
    }

    /** Brings only some plain attributes and the key; others are loaded when they are read. */
    public LoadOptions loadOnly(Attribute<?, ?>... attributes) {
        return loadOnly(names(attributes));
    }

    /** Brings only some plain attributes and the key; reading another one is an error. */
    public LoadOptions loadOnlyRaising(Attribute<?, ?>... attributes) {
        return with(columns.only(names(attributes), true));
    }

    private static Set<String> names(Attribute<?, ?>... attributes) {
        Set<String> names = new LinkedHashSet<>();
        for (Attribute<?, ?> attribute : attributes) {
            names.add(attribute.attributeName());
        }
        return names;
    }

    private LoadOptions with(ColumnOptions changed) {
        return new LoadOptions(strategy, related, changed, criteria, subclasses, via, attached);
    }

    // ---- conditions and subclasses ----

    /** Adds a condition on a class, wherever it is selected in the statement and in later loads of its objects. */
    public LoadOptions where(Criterion criterion) {
        if (criteria.contains(criterion)) {
            return this;
        }
        List<Criterion> grown = new ArrayList<>(criteria);
        grown.add(criterion);
        return new LoadOptions(strategy, related, columns, grown, subclasses, via, attached);
    }

    /**
     * Brings the columns of subclasses too, for objects of them; one more statement for each subclass (rule G-23).
     *
     * @param wanted subclasses of the class that is asked for
     * @return further options
     */
    public LoadOptions withSubclasses(Class<?>... wanted) {
        return with(subclasses.bringAfterwards(wanted));
    }

    /**
     * Brings the columns of subclasses too, for objects of them, in the same statement: their tables are joined to it (rule G-23).
     *
     * @param wanted subclasses of the class that is asked for
     * @return further options
     */
    public LoadOptions joinSubclasses(Class<?>... wanted) {
        return with(subclasses.join(wanted));
    }

    private LoadOptions with(SubclassOptions changed) {
        return new LoadOptions(strategy, related, columns, criteria, changed, via, attached);
    }

    // ---- for listeners ----

    /**
     * Attaches something for listeners to {@code do_orm_execute}, who find it in {@code SelectState.userDefinedOptions()}.
     *
     * @param content any immutable object, with equality
     * @param follows whether it also appears in later loads of the relationships of the objects
     * @return further options
     */
    public LoadOptions attach(Object content, boolean follows) {
        List<Attachment> grown = new ArrayList<>(attached);
        grown.add(new Attachment(content, follows));
        return new LoadOptions(strategy, related, columns, criteria, subclasses, via, grown);
    }

    /** What was attached, in order. */
    public List<Object> attachments() {
        return attached.stream().map(Attachment::content).toList();
    }

    /** The options for the objects of a relationship; criteria go along. Nothing said stays nothing said. */
    LoadOptions below(Relationship relationship) {
        if (asOrigin() == null) {
            return NONE;
        }
        LoadOptions below = related.getOrDefault(relationship.name(), NONE);
        List<Criterion> all = new ArrayList<>(criteria);
        all.addAll(below.criteria);
        return new LoadOptions(
                below.strategy,
                below.related,
                below.columns,
                all,
                below.subclasses,
                relationship,
                attached.stream().filter(Attachment::follows).toList());
    }

    /** The same where nothing can be joined to the statement: what was to be joined comes by one more statement. */
    LoadOptions withoutJoins() {
        Map<String, LoadOptions> changed = new LinkedHashMap<>();
        related.forEach((name, options) -> changed.put(
                name,
                options.strategy == LoadStrategy.JOINED
                        ? new LoadOptions(
                                LoadStrategy.SELECTIN,
                                options.related,
                                options.columns,
                                options.criteria,
                                options.subclasses,
                                options.via)
                        : options));
        return new LoadOptions(strategy, changed, columns, criteria, subclasses, via, attached);
    }

    /** The same without criteria: an object in memory stays refreshable (rule G-18). */
    LoadOptions withoutCriteria() {
        return criteria.isEmpty()
                ? this
                : new LoadOptions(strategy, related, columns, List.of(), subclasses, via, attached);
    }

    /** The same with other criteria. */
    LoadOptions withCriteria(List<Criterion> others) {
        return new LoadOptions(strategy, related, columns, others, subclasses, via, attached);
    }

    /**
     * What the criteria say about a class.
     *
     * @param tables of the class in a statement
     * @return the condition; no condition if they say nothing about it
     */
    public Condition criteriaOf(EntityTables tables) {
        Condition condition = DSL.noCondition();
        for (Criterion criterion : criteria) {
            if (criterion.type().isAssignableFrom(tables.mapper().type())) {
                condition = condition.and(criterion.condition().apply(criterion.placeIn(tables)));
            }
        }
        return condition;
    }

    /** Whether there are criteria here or further down. */
    boolean hasCriteria() {
        if (!criteria.isEmpty() || related.isEmpty()) {
            return !criteria.isEmpty();
        }
        return related.values().stream().anyMatch(LoadOptions::hasCriteria);
    }

    /** The same without criteria, here and further down. */
    LoadOptions withoutAnyCriteria() {
        if (!hasCriteria()) {
            return this;
        }
        Map<String, LoadOptions> below = new LinkedHashMap<>();
        related.forEach((name, options) -> below.put(name, options.withoutAnyCriteria()));
        return new LoadOptions(strategy, below, columns, List.of(), subclasses, via, attached);
    }

    /** Whether something is said about the objects themselves or what hangs on them. */
    boolean isWhole() {
        return related.isEmpty() && columns.isNone() && criteria.isEmpty() && subclasses.isNone() && attached.isEmpty();
    }

    /** The strategy asked for a relationship, or null. */
    @Nullable LoadStrategy strategyOf(String relationship) {
        LoadOptions below = related.get(relationship);
        return below == null ? null : below.strategy;
    }

    /** The strategy asked for a relationship, else that of its mapping. */
    LoadStrategy strategyFor(Relationship relationship) {
        LoadStrategy asked = strategyOf(relationship.name());
        return asked == null ? relationship.settings().strategy() : asked;
    }

    /** The options that a loaded object carries, or none. */
    static LoadOptions of(@Nullable Object origin) {
        return origin instanceof LoadOptions options ? options : NONE;
    }

    /** What an object carries for its later loads, or null if its statement had no options. */
    @Nullable Object asOrigin() {
        return isNone() && via == null ? null : this;
    }
}
