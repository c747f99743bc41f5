package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.AttributeOrder;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.MappedColumn;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.statement.Placeholders;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** What a SELECT of one class reads: its columns, the classes joined to it, and how they hang together. */
public final class SelectShape implements Structured {
    /** A program that makes ever new options does not fill the memory. */
    private static final int MOST_KEPT = 200;

    private final SelectList list;
    private final SelectNode root;
    private final Set<Mapper> before;
    private final SelectByKey byKey = new SelectByKey(this);
    private final List<SortField<?>> order = new ArrayList<>();
    private boolean multiplying;

    private SelectShape(
            TableMapper mapper,
            LoadOptions options,
            Set<Mapper> before,
            SelectNode.Wanted wanted,
            Predicate<String> related) {
        this(mapper, options, before, wanted, related, new SelectList(false));
    }

    @SuppressWarnings("TooManyParameters") // what a shape is made of
    private SelectShape(
            TableMapper mapper,
            LoadOptions options,
            Set<Mapper> before,
            SelectNode.Wanted wanted,
            Predicate<String> related,
            SelectList list) {
        this.list = list;
        this.before = before;
        this.root = new SelectNode(list, mapper, options, null, wanted, related, before, Set.of());
        collectOrder(root);
    }

    /** The shape that reads a mapper's objects as they are mapped; made once. */
    public static SelectShape of(TableMapper mapper) {
        return mapper.attachment(SelectShape.class, SelectShape::whole);
    }

    private static SelectShape whole(Mapper mapper) {
        return make((TableMapper) mapper, LoadOptions.NONE, Set.of());
    }

    /** The shape that reads a mapper's objects, none of subclasses among them, without what hangs on them, whatever is mapped. */
    public static SelectShape alone(TableMapper mapper) {
        LoadOptions options = LoadOptions.NONE;
        SelectNode.Wanted wanted = (of, name) -> isBrought(of, options, name);
        return new SelectShape(mapper, options, Set.of(), wanted.exactly(), name -> false);
    }

    /** The shape that reads what a subclass has beyond a superclass, with the key. */
    static SelectShape ofSubclass(TableMapper mapper, TableMapper superclass) {
        Beyond beyond = mapper.attachment(Beyond.class, unused -> new Beyond(new ConcurrentHashMap<>()));
        return beyond.shapes.computeIfAbsent(superclass, above -> beyond(mapper, above));
    }

    private static SelectShape beyond(TableMapper mapper, Mapper superclass) {
        return new SelectShape(
                mapper,
                LoadOptions.NONE,
                Set.of(),
                (of, name) -> isNeeded(of, name) || superclass.property(name) == null,
                name -> false);
    }

    /** The shapes that read what one mapper's objects have beyond a superclass. */
    private record Beyond(Map<Mapper, SelectShape> shapes) {}

    /** The shape that reads a mapper's objects as a statement asks; made once for the same options, unless they hold criteria. */
    public static SelectShape of(TableMapper mapper, LoadOptions options) {
        if (options.hasCriteria()) {
            return make(mapper, options, Set.of());
        }
        return options.isNone() ? of(mapper) : kept(mapper, options);
    }

    private static SelectShape kept(TableMapper mapper, LoadOptions options) {
        Optioned known = mapper.attachment(Optioned.class, unused -> new Optioned(new ConcurrentHashMap<>()));
        return keep(known.shapes, options, () -> make(mapper, options, Set.of()));
    }

    private static <K> SelectShape keep(Map<K, SelectShape> known, K key, Supplier<SelectShape> make) {
        SelectShape shape = known.get(key);
        if (shape == null) {
            shape = make.get();
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            known.put(key, shape);
        }
        return shape;
    }

    /**
     * The shape that reads a mapper's objects as a statement asks, and each from one row: collections that would be joined come by one more
     * statement for some objects at a time, and so do those that would come by a statement around this one.
     *
     * @param mapper of the objects
     * @param options as the statement asks
     * @return the shape; made once for the same options, unless they hold criteria
     */
    public static SelectShape flat(TableMapper mapper, LoadOptions options) {
        if (options.hasCriteria()) {
            return makeFlat(mapper, options);
        }
        Flat known = mapper.attachment(Flat.class, unused -> new Flat(new ConcurrentHashMap<>()));
        return keep(known.shapes, options, () -> makeFlat(mapper, options));
    }

    private static SelectShape makeFlat(TableMapper mapper, LoadOptions options) {
        SelectNode.Wanted brought = (of, name) -> isBrought(of, options, name);
        return new SelectShape(mapper, options, Set.of(), brought, name -> true, new SelectList(true));
    }

    /** The shapes that read each of one mapper's objects from one row. */
    private record Flat(Map<LoadOptions, SelectShape> shapes) {}

    /** The shapes that read one mapper's objects as statements ask. */
    private record Optioned(Map<LoadOptions, SelectShape> shapes) {}

    /**
     * The shape that reads a mapper's objects as the objects of a relationship.
     *
     * @param mapper of the objects
     * @param options as a statement asks
     * @param before the mappers on the way here; a relationship that is mapped to come along does not lead back to them
     * @return the shape; made once for the same options and mappers, unless the options hold criteria
     */
    static SelectShape of(TableMapper mapper, LoadOptions options, Set<Mapper> before) {
        if (options.hasCriteria()) {
            return make(mapper, options, before);
        }
        if (before.isEmpty()) {
            return of(mapper, options);
        }
        LoadOptions told = options.isNone() ? LoadOptions.NONE : options;
        Related related = mapper.attachment(Related.class, unused -> new Related(new ConcurrentHashMap<>()));
        return keep(related.shapes, new RelatedBy(told, before), () -> make(mapper, told, before));
    }

    private static SelectShape make(TableMapper mapper, LoadOptions options, Set<Mapper> before) {
        return new SelectShape(mapper, options, before, (of, name) -> isBrought(of, options, name), name -> true);
    }

    /** How the objects of a relationship are loaded, and the mappers on the way to them. */
    private record RelatedBy(LoadOptions options, Set<Mapper> before) {}

    /** The shapes that read one mapper's objects as the objects of relationships. */
    private record Related(Map<RelatedBy, SelectShape> shapes) {}

    /** The shape that reads some attributes of one object of the mapper's very class. */
    static SelectShape ofSome(TableMapper mapper, LoadOptions options, Set<String> attributes) {
        if (options.related().isEmpty()) {
            Partial partial = mapper.attachment(Partial.class, unused -> new Partial(new ConcurrentHashMap<>()));
            return partial.shapes.computeIfAbsent(
                    Set.copyOf(attributes), names -> partial(mapper, LoadOptions.NONE, names));
        }
        LoadOptions kept = new LoadOptions(
                null, options.related(), ColumnOptions.NONE, List.of(), SubclassOptions.NONE, options.via());
        return partial(mapper, kept, attributes);
    }

    private static SelectShape partial(TableMapper mapper, LoadOptions options, Set<String> attributes) {
        SelectNode.Wanted wanted = (of, name) -> attributes.contains(name);
        return new SelectShape(mapper, options, Set.of(), wanted.exactly(), attributes::contains);
    }

    /** The shapes that read some attributes of one mapper's objects. */
    private record Partial(Map<Set<String>, SelectShape> shapes) {}

    /** Whether a column comes with its object. */
    static boolean isBrought(TableMapper mapper, LoadOptions options, String attribute) {
        return loading(mapper, options, attribute) == ColumnOptions.Loading.BROUGHT;
    }

    /** What becomes of a column; one that no field names never raises, since nobody could ask for it. */
    static ColumnOptions.Loading loading(TableMapper mapper, LoadOptions options, String attribute) {
        ColumnOptions.Loading loading = options.columns()
                .loading(
                        attribute,
                        mapper.column(attribute).property().settings().deferral(),
                        options.columns().only() != null && isNeeded(mapper, attribute));
        if (loading != ColumnOptions.Loading.BROUGHT && AskedReferences.useColumn(mapper, options, attribute)) {
            return ColumnOptions.Loading.BROUGHT;
        }
        return loading == ColumnOptions.Loading.RAISING && TableMapper.isHidden(attribute)
                ? ColumnOptions.Loading.DEFERRED
                : loading;
    }

    private static boolean isNeeded(TableMapper mapper, String attribute) {
        return mapper.keyAttributes().stream().anyMatch(key -> key.name().equals(attribute))
                || isDiscriminator(mapper, attribute);
    }

    private static boolean isDiscriminator(TableMapper mapper, String attribute) {
        AttributeTracker discriminator = mapper.discriminatorAttribute();
        return discriminator != null && discriminator.name().equals(attribute);
    }

    private void collectOrder(SelectNode node) {
        for (SelectNode.Child child : node.children()) {
            if (child.joined() != null) {
                multiplying |= child.relationship().isCollection();
                collectPositions(node, child.relationship(), child.joined());
                for (AttributeOrder one : node.mapper().orderBy(child.relationship())) {
                    Column column =
                            child.joined().mapper().column(one.attribute()).column();
                    Field<Object> field = child.joined().field(column);
                    order.add(one.descending() ? field.desc() : field.asc());
                }
                collectOrder(child.joined());
            }
        }
    }

    private void collectPositions(SelectNode node, Relationship relationship, SelectNode joined) {
        if (relationship.isPositioned()) {
            MemberPlaces.columns(node.mapper().join(relationship))
                    .forEach(place -> order.add(joined.fieldBetween(place).asc()));
        }
    }

    SelectNode root() {
        return root;
    }

    /** The SELECT of one object by its key. */
    SelectByKey byKey() {
        return byKey;
    }

    /** The mapper. */
    public TableMapper mapper() {
        return root.mapper();
    }

    /** How a row becomes an object. */
    public TablePlan plan() {
        return root.plan();
    }

    /** Whether an object may have several rows, because of a joined collection. */
    public boolean isMultiplying() {
        return multiplying;
    }

    /** The order of joined collections, to be added behind the statement's own. */
    public List<SortField<?>> joinedOrder() {
        return order;
    }

    /** The position of an attribute in the SELECT list, or -1. */
    int position(String attribute) {
        return root.position(attribute);
    }

    /** The position of a column in the SELECT list under the name of its own table, or -1. */
    int position(Column column) {
        int known = columns().indexOf(column);
        return known >= 0
                        && fields().get(known)
                                .getQualifiedName()
                                .equals(column.field().getQualifiedName())
                ? known
                : -1;
    }

    /** The columns of the SELECT list. */
    public List<Column> columns() {
        return list.columns();
    }

    /** The types of the values in the SELECT list. */
    public List<DataType<?>> types() {
        return list.types();
    }

    /** The SELECT list. */
    public List<Field<?>> fields() {
        return list.fields();
    }

    /** The name of the mapper's first table in the statement. */
    public Name name() {
        return root.name(mapper().tables().get(0));
    }

    /** The tables of the mapper alone, joined by key. */
    public org.jooq.Table<Record> ownTables() {
        return root.from();
    }

    /** All tables. */
    public org.jooq.Table<Record> from() {
        return joinChildren(root, root.from());
    }

    /** All tables, with those of joined classes behind a given first part. */
    public org.jooq.Table<Record> from(org.jooq.Table<Record> first) {
        return joinChildren(root, first);
    }

    /** The criteria are conditions with values; all else is the same for the same mapper and options. */
    @Override
    public void describe(StructureWriter structure) {
        LoadOptions options = root.options();
        if (!options.hasCriteria()) {
            structure.token(this);
            return;
        }
        LoadOptions plain = options.withoutAnyCriteria();
        structure.token(list.isFlat() ? flat(mapper(), plain) : of(mapper(), plain, before));
        describeRestrictions(root, structure);
    }

    private static void describeRestrictions(SelectNode node, StructureWriter structure) {
        structure.part(node.restriction());
        for (SelectNode.Child child : node.children()) {
            if (child.joined() != null) {
                describeRestrictions(child.joined(), structure);
            }
        }
    }

    static org.jooq.Table<Record> joinChildren(SelectNode node, org.jooq.Table<Record> first) {
        org.jooq.Table<Record> joined = first;
        for (SelectNode.Child child : node.children()) {
            if (child.joined() != null) {
                joined = join(node, child.relationship(), child.joined(), joined);
                joined = joinChildren(child.joined(), joined);
            }
        }
        return joined;
    }

    private static org.jooq.Table<Record> join(
            SelectNode owner, Relationship relationship, SelectNode target, org.jooq.Table<Record> left) {
        RelationshipJoin join = owner.mapper().join(relationship);
        RelationshipJoin.Association association = join.association();
        Condition on = target.restriction();
        if (association == null) {
            for (ColumnPair pair : join.pairs()) {
                on = on.and(owner.field(pair.local()).eq(target.field(pair.remote())));
            }
            return left.leftJoin(target.from()).on(on);
        }
        Condition towards = DSL.noCondition();
        for (ColumnPair pair : association.owner()) {
            towards = towards.and(owner.field(pair.local()).eq(target.fieldBetween(pair.remote())));
        }
        for (ColumnPair pair : association.target()) {
            on = on.and(target.fieldBetween(pair.local()).eq(target.field(pair.remote())));
        }
        return left.leftJoin(association.table().asJooq().as(target.between()))
                .on(towards)
                .leftJoin(target.from())
                .on(on);
    }

    /** What limits rows to the class and the criteria for it. */
    public Condition restriction() {
        return root.restriction();
    }

    /** Whether its own tables have no row but those of the class, and no criteria are added. */
    public boolean isUnrestricted() {
        return restriction().equals(DSL.noCondition());
    }

    /** The condition that a row has given key values, as placeholders. */
    public Condition keyCondition() {
        Condition condition = DSL.noCondition();
        int position = 0;
        for (Column key : keyColumns()) {
            condition = condition.and(key.field().eq(Placeholders.of(key, position++)));
        }
        return condition;
    }

    /** The columns of the key in the first table. */
    public List<Column> keyColumns() {
        List<Column> keys = new ArrayList<>();
        for (MappedColumn key : mapper().keyColumns(mapper().tables().get(0))) {
            keys.add(Objects.requireNonNull(key).column());
        }
        return keys;
    }
}
