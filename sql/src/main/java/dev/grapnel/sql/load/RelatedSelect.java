package dev.grapnel.sql.load;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.Relationship;
import dev.grapnel.sql.mapping.AttributeOrder;
import dev.grapnel.sql.mapping.ColumnPair;
import dev.grapnel.sql.mapping.RelationshipJoin;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
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
    private final LoadOptions below;
    private final Set<Mapper> before;

    RelatedSelect(TableMapper mapper, Relationship relationship, LoadOptions below, Set<Mapper> before) {
        this.mapper = mapper;
        this.relationship = relationship;
        this.join = mapper.join(relationship);
        this.below = below;
        this.before = before;
        this.shape = SelectShape.of(TableMapper.target(relationship), below, before);
        this.pairs =
                join.association() == null ? join.pairs() : join.association().owner();
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

    /** The attributes of the owner that are compared, in order. */
    List<String> ownerAttributes() {
        List<String> names = new ArrayList<>();
        for (ColumnPair pair : pairs) {
            AttributeTracker attribute = mapper.attributeOf(pair.local());
            names.add(Objects.requireNonNull(attribute, "attribute of " + pair.local())
                    .name());
        }
        return names;
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
        List<Column> all = new ArrayList<>(shape.columns());
        pairs.forEach(pair -> all.add(pair.remote()));
        return all;
    }

    /** The position of a part of the owner's key in the SELECT list. */
    int ownerPosition(int part) {
        return shape.columns().size() + part;
    }

    Select<?> build(Condition ofOwners) {
        List<Field<?>> fields = new ArrayList<>(shape.fields());
        fields.addAll(compared());
        return DSL.select(fields)
                .from(from())
                .where(ofOwners)
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
        for (AttributeOrder one : mapper.orderBy(relationship)) {
            Column column = target.column(one.attribute()).column();
            fields.add(one.descending() ? column.field().desc() : column.field().asc());
        }
        fields.addAll(shape.joinedOrder());
        return fields;
    }
}
