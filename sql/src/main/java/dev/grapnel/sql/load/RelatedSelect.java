package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.mapping.Direction;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Marker;
import dev.grapnel.sql.mapping.AttributeOrder;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import dev.grapnel.sql.structure.StructureWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SELECT that loads one relationship of many owners: the related objects, with the key of their owner behind the SELECT list. */
final class RelatedSelect {
    private final TableMapper mapper;
    private final Relationship relationship;
    private final RelationshipJoin join;
    private final SelectShape shape;
    private final List<ColumnPair> pairs;
    private final List<String> ownerAttributes;
    private final boolean byIdentity;
    private final int[] ownerPositions;
    private final List<Column> selected;
    private final MemberPlaces places;
    private final List<DataType<?>> types = new ArrayList<>();
    private final LoadOptions below;
    private final Set<Mapper> before;

    private record Shape(Class<?> owner, String relationship, SelectShape of, int places) {}

    RelatedSelect(TableMapper mapper, Relationship relationship, LoadOptions below, Set<Mapper> before) {
        this.mapper = mapper;
        this.relationship = relationship;
        this.join = mapper.join(relationship);
        this.below = below;
        this.before = before;
        this.shape = SelectShape.of(TableMapper.target(relationship), below, before);
        this.pairs =
                join.association() == null ? join.pairs() : join.association().owner();
        this.ownerAttributes =
                pairs.stream().map(pair -> attributeOf(pair.local())).toList();
        this.byIdentity = ownerAttributes.size() == 1
                && mapper.keyAttributes().stream()
                        .map(AttributeTracker::name)
                        .toList()
                        .equals(ownerAttributes);
        this.selected = new ArrayList<>(shape.columns());
        this.ownerPositions = pairs.stream().mapToInt(this::select).toArray();
        this.places = MemberPlaces.of(relationship, join, selected.size());
        selected.addAll(MemberPlaces.columns(join));
        selected.forEach(column -> types.add(column.dataType()));
    }

    /** How the places of members are read. */
    MemberPlaces places() {
        return places;
    }

    /** A column that the related objects have anyway is not selected a second time. */
    private int select(ColumnPair pair) {
        int known = shape.position(pair.remote());
        if (known >= 0) {
            return known;
        }
        selected.add(pair.remote());
        return selected.size() - 1;
    }

    private String attributeOf(Column column) {
        AttributeTracker attribute = mapper.attributeOf(column);
        return Objects.requireNonNull(attribute, "attribute of " + column).name();
    }

    /** The same with other options for the related objects. */
    RelatedSelect with(LoadOptions options) {
        return options.equals(below) ? this : new RelatedSelect(mapper, relationship, options, before);
    }

    LoadOptions options() {
        return below;
    }

    SelectShape shape() {
        return shape;
    }

    /** What the related objects carry for their later loads, or null. */
    @Nullable Object origin() {
        return below.asOrigin();
    }

    /**
     * What an owner's objects are found by in {@link RelatedObjects}: the value that is compared, or a list of them if there are several; null
     * if it or one of them is null, since then there are none.
     *
     * @param passive how the values are read
     */
    @Nullable Object ownerKey(InstanceState owner, int passive) {
        if (isByIdentity() && owner.hasKey()) {
            Object plain = owner.plainIdentity();
            return plain == null ? owner.requireKey().part(0) : plain;
        }
        List<Object> key = new ArrayList<>(pairs.size());
        for (String name : ownerAttributes) {
            Object part = ClassManager.of(owner).tracker(name).get(owner, passive);
            if (part == null || Marker.is(part)) {
                return null;
            }
            key.add(part);
        }
        return key.size() == 1 ? key.get(0) : key;
    }

    /** Whether owners are told apart by the primary key, so that no two of them have the same objects. */
    boolean isByIdentity() {
        return byIdentity;
    }

    /** Whether rows that refer to an owner refer to one of this very class or its subclasses: all of those together have all such rows. */
    boolean isOfWholeClass() {
        Mapper above = mapper.parent();
        return byIdentity
                && relationship.direction() != Direction.MANY_TO_ONE
                && !mapper.isSpread()
                && (above == null || above.property(relationship.name()) == null);
    }

    /**
     * Whether all owners together have every object of a class.
     *
     * @param target the class
     */
    boolean isWhole(TableMapper target) {
        return target == shape.mapper()
                && join.association() == null
                && shape.isUnrestricted()
                && comparedColumns().stream().noneMatch(Column::isNullable);
    }

    /** The columns of the owner that are compared, in order. */
    List<Column> ownerColumns() {
        return pairs.stream().map(ColumnPair::local).toList();
    }

    /** The columns that are compared with those of the owner. */
    List<Field<Object>> compared() {
        return pairs.stream().map(pair -> pair.remote().field()).toList();
    }

    /** All columns of the SELECT list. */
    List<Column> selected() {
        return selected;
    }

    /** How a part of the owner's key is read. */
    KeyPlace ownerPlace(int part) {
        return KeyPlace.of(ownerPositions[part], pairs.get(part).remote().dataType());
    }

    /** The columns that are compared with those of the owner. */
    List<Column> comparedColumns() {
        return pairs.stream().map(ColumnPair::remote).toList();
    }

    /** Whether the text is the same for any owners; criteria have values in it that are not known by it. */
    boolean isKept() {
        return !below.hasCriteria();
    }

    /** The statement whose text is kept. */
    SelectStatement statement(WantedKeys owners) {
        return new SelectStatement(
                new Shape(mapper.type(), relationship.name(), shape, owners.places()),
                () -> build(owners.withPlaceholders()),
                types,
                owners.parameters());
    }

    /** The statement with values, for objects as a statement asks by criteria. */
    QuerySelect query(WantedKeys owners) {
        List<Param<Object>> keys = owners.values();
        StructureWriter structure = new StructureWriter()
                .token(RelatedSelect.class)
                .token(mapper)
                .token(relationship)
                .token(owners.places())
                .part(shape)
                .parts(keys);
        return new QuerySelect(structure, () -> build(owners.filter(keys)), types);
    }

    Select<?> build(KeyFilter ofOwners) {
        List<Field<?>> fields = new ArrayList<>(shape.fields());
        selected.subList(fields.size(), selected.size()).forEach(column -> fields.add(column.field()));
        return DSL.select(fields)
                .from(ofOwners.from(from()))
                .where(ofOwners.where())
                .and(shape.restriction())
                .orderBy(order());
    }

    org.jooq.Table<Record> from() {
        org.jooq.Table<Record> own = shape.ownTables();
        RelationshipJoin.Association association = join.association();
        if (association != null) {
            Condition on = DSL.noCondition();
            for (ColumnPair pair : association.target()) {
                on = on.and(pair.local().field().eq(pair.remote().field()));
            }
            own = own.join(association.table().asJooq()).on(on);
        }
        return shape.from(own);
    }

    private List<SortField<?>> order() {
        TableMapper target = TableMapper.target(relationship);
        List<SortField<?>> fields = new ArrayList<>();
        if (relationship.isPositioned()) {
            MemberPlaces.columns(join).forEach(place -> fields.add(place.field().asc()));
        }
        for (AttributeOrder one : mapper.orderBy(relationship)) {
            Column column = target.column(one.attribute()).column();
            fields.add(one.descending() ? column.field().desc() : column.field().asc());
        }
        fields.addAll(shape.joinedOrder());
        return fields;
    }
}
