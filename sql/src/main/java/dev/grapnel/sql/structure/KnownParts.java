package dev.grapnel.sql.structure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SortField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** The parts of jOOQ whose text follows from what they show of themselves. Any other part is unknown, which costs time and never harms. */
final class KnownParts {
    private static final Map<Class<?>, BiConsumer<?, StructureWriter>> KINDS = new LinkedHashMap<>();

    /** The reader for a class of jOOQ's own, found once; classes that are not known have none. */
    private static final ClassValue<Reader> READERS = new ClassValue<>() {
        @Override
        protected Reader computeValue(Class<?> type) {
            return find(type);
        }
    };

    /** What {@code count(*)} counts. */
    private static final Field<?> ALL_ROWS = ((QOM.Count) DSL.count()).$field();

    private record Reader(@Nullable BiConsumer<Object, StructureWriter> describe) {}

    private KnownParts() {}

    static {
        conditions();
        comparisons();
        values();
        numbers();
        aggregates();
        on(SortField.class, KnownParts::sort);
        on(TableField.class, KnownParts::column);
        KINDS.put(DSL.field(DSL.name("plain")).getClass(), (BiConsumer<Field<?>, StructureWriter>)
                (field, to) -> name(field.getQualifiedName(), to));
    }

    static boolean describe(Object part, StructureWriter structure) {
        BiConsumer<Object, StructureWriter> reader =
                READERS.get(part.getClass()).describe();
        if (reader == null) {
            return false;
        }
        structure.token(part.getClass());
        reader.accept(part, structure);
        return true;
    }

    @SuppressWarnings("unchecked") // a reader stands under the type that it takes
    private static Reader find(Class<?> type) {
        for (Map.Entry<Class<?>, BiConsumer<?, StructureWriter>> kind : KINDS.entrySet()) {
            if (kind.getKey().isAssignableFrom(type)) {
                return new Reader((BiConsumer<Object, StructureWriter>) kind.getValue());
            }
        }
        return new Reader(null);
    }

    private static <P> void on(Class<P> kind, BiConsumer<P, StructureWriter> describe) {
        KINDS.put(kind, describe);
    }

    private static void name(Name name, StructureWriter to) {
        for (Name part : name.parts()) {
            to.token(part.quoted()).token(part.last());
        }
    }

    /** Tables of other kinds, as generated ones, may bring joins of their own. */
    private static void column(TableField<?, ?> field, StructureWriter to) {
        if (field.getTable() == null || field.getTable().getClass() != TableImpl.class) {
            to.unforeseen();
            return;
        }
        name(field.getQualifiedName(), to);
    }

    private static void conditions() {
        on(QOM.And.class, (and, to) -> to.part(and.$arg1()).part(and.$arg2()));
        on(QOM.Or.class, (or, to) -> to.part(or.$arg1()).part(or.$arg2()));
        on(QOM.Not.class, (not, to) -> to.part(not.$arg1()));
        on(QOM.True.class, (always, to) -> {});
        on(QOM.False.class, (never, to) -> {});
        KINDS.put(DSL.noCondition().getClass(), (BiConsumer<Object, StructureWriter>) (nothing, to) -> {});
    }

    private static void comparisons() {
        on(QOM.Eq.class, (eq, to) -> to.part(eq.$arg1()).part(eq.$arg2()));
        on(QOM.Ne.class, (ne, to) -> to.part(ne.$arg1()).part(ne.$arg2()));
        on(QOM.Lt.class, (lt, to) -> to.part(lt.$arg1()).part(lt.$arg2()));
        on(QOM.Le.class, (le, to) -> to.part(le.$arg1()).part(le.$arg2()));
        on(QOM.Gt.class, (gt, to) -> to.part(gt.$arg1()).part(gt.$arg2()));
        on(QOM.Ge.class, (ge, to) -> to.part(ge.$arg1()).part(ge.$arg2()));
        on(QOM.IsNull.class, (test, to) -> to.part(test.$arg1()));
        on(QOM.IsNotNull.class, (test, to) -> to.part(test.$arg1()));
        on(QOM.IsDistinctFrom.class, (test, to) -> to.part(test.$arg1()).part(test.$arg2()));
        on(QOM.IsNotDistinctFrom.class, (test, to) -> to.part(test.$arg1()).part(test.$arg2()));
        on(QOM.InList.class, (in, to) -> to.part(in.$field()).parts(in.$list()));
        on(QOM.NotInList.class, (in, to) -> to.part(in.$field()).parts(in.$list()));
        on(
                QOM.Between.class,
                (between, to) -> to.token(between.$symmetric())
                        .part(between.$arg1())
                        .part(between.$arg2())
                        .part(between.$arg3()));
        on(QOM.Like.class, (like, to) -> like(like.$value(), like.$pattern(), like.$escape(), to));
        on(QOM.NotLike.class, (like, to) -> like(like.$value(), like.$pattern(), like.$escape(), to));
        on(QOM.LikeIgnoreCase.class, (like, to) -> like(like.$value(), like.$pattern(), like.$escape(), to));
        on(QOM.NotLikeIgnoreCase.class, (like, to) -> like(like.$value(), like.$pattern(), like.$escape(), to));
    }

    private static void like(Field<?> value, Field<?> pattern, @Nullable Character escape, StructureWriter to) {
        to.part(value).part(pattern).token(escape == null ? "" : escape);
    }

    private static void values() {
        on(QOM.Lower.class, (lower, to) -> to.part(lower.$arg1()));
        on(QOM.Upper.class, (upper, to) -> to.part(upper.$arg1()));
        on(QOM.CharLength.class, (length, to) -> to.part(length.$arg1()));
        on(QOM.Coalesce.class, (coalesce, to) -> to.parts((java.util.Collection<?>) coalesce.$arg1()));
        on(QOM.Concat.class, (concat, to) -> to.parts(concat.$arg1()));
        on(QOM.FieldAlias.class, (alias, to) -> {
            name(alias.$alias(), to);
            to.part(alias.$field());
        });
        on(QOM.Cast.class, (cast, to) -> {
            to.type(cast.getDataType());
            to.part(cast.$field());
        });
    }

    private static void numbers() {
        on(QOM.Add.class, (add, to) -> to.part(add.$arg1()).part(add.$arg2()));
        on(QOM.Sub.class, (sub, to) -> to.part(sub.$arg1()).part(sub.$arg2()));
        on(QOM.Mul.class, (mul, to) -> to.part(mul.$arg1()).part(mul.$arg2()));
        on(QOM.Div.class, (div, to) -> to.part(div.$arg1()).part(div.$arg2()));
        on(QOM.Neg.class, (neg, to) -> to.part(neg.$arg1()));
    }

    private static void aggregates() {
        on(QOM.Count.class, (count, to) -> aggregate(count, count.$field(), count.$distinct(), to));
        on(QOM.Sum.class, (sum, to) -> aggregate(sum, sum.$field(), sum.$distinct(), to));
        on(QOM.Avg.class, (avg, to) -> aggregate(avg, avg.$field(), avg.$distinct(), to));
        on(QOM.Min.class, (min, to) -> aggregate(min, min.$field(), min.$distinct(), to));
        on(QOM.Max.class, (max, to) -> aggregate(max, max.$field(), max.$distinct(), to));
    }

    /** A window says too much to be noted here. */
    private static void aggregate(
            org.jooq.AggregateFunction<?> function, Field<?> field, boolean distinct, StructureWriter to) {
        QOM.WindowFunction<?> window = (QOM.WindowFunction<?>) function;
        if (window.$windowSpecification() != null || window.$windowDefinition() != null) {
            to.unforeseen();
            return;
        }
        to.token(distinct);
        if (field != ALL_ROWS) {
            to.part(field);
        }
        to.token(function.$filterWhere() != null);
        if (function.$filterWhere() != null) {
            to.part(function.$filterWhere());
        }
    }

    private static void sort(SortField<?> sort, StructureWriter to) {
        to.token(sort.$sortOrder());
        to.token(sort.$nullOrdering() == null ? "" : sort.$nullOrdering());
        to.part(sort.$field());
    }
}
