package dev.grapnel.sql.load;

import dev.grapnel.core.load.EntityLoader;
import dev.grapnel.core.load.LoadRun;
import dev.grapnel.sql.mapping.EntityTables;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.structure.StructureWriter;
import dev.grapnel.sql.structure.Structured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What a SELECT of objects of several classes, side by side, reads of them. Collections that would be joined come by one more statement. */
public final class TupleShape implements Structured {
    private static final int MOST_KEPT = 200;

    private final SelectList list = new SelectList(true);
    private final List<SelectNode> nodes = new ArrayList<>();
    private final boolean criteria;

    /**
     * One class of the statement.
     *
     * @param mapper of the class
     * @param alias the name under which the statement has it, or null for its own
     */
    private record Member(TableMapper mapper, @Nullable String alias) {}

    private record Key(List<Member> members, LoadOptions options) {}

    /** The shapes that begin with one mapper. */
    private record Kept(Map<Key, TupleShape> shapes) {}

    private TupleShape(Key key, TableMapper root) {
        this.criteria = key.options.hasCriteria();
        for (Member member : key.members) {
            boolean queried = member.alias == null && member.mapper == root;
            LoadOptions options = queried ? key.options : LoadOptions.NONE.withCriteria(key.options.criteria());
            nodes.add(new SelectNode(
                    list,
                    member.mapper,
                    options,
                    member.alias == null ? null : new SelectNode.Joined(member.alias),
                    (of, name) -> SelectShape.isBrought(of, options, name),
                    name -> true,
                    Set.of(),
                    Set.of()));
        }
    }

    /**
     * The shape for some classes.
     *
     * @param root the class that is queried; the options are for it
     * @param members the classes whose objects are read, in order
     * @param options as the statement asks
     * @return the shape; made once for the same options, unless they hold criteria
     */
    public static TupleShape of(TableMapper root, List<EntityTables> members, LoadOptions options) {
        List<Member> all = new ArrayList<>();
        members.forEach(member -> all.add(new Member(member.mapper(), member.alias())));
        Key key = new Key(all, options);
        if (options.hasCriteria()) {
            return new TupleShape(key, root);
        }
        Map<Key, TupleShape> known = root.attachment(Kept.class, unused -> new Kept(new ConcurrentHashMap<>())).shapes;
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(key, unused -> new TupleShape(key, root));
    }

    /** The SELECT list for all of them. */
    public List<Field<?>> fields() {
        return list.fields();
    }

    /** The types of the values in the SELECT list. */
    public List<DataType<?>> types() {
        return list.types();
    }

    /** All tables, with those of references that are joined behind a given first part. */
    public org.jooq.Table<Record> from(org.jooq.Table<Record> first) {
        org.jooq.Table<Record> all = first;
        for (SelectNode node : nodes) {
            all = SelectShape.joinChildren(node, all);
        }
        return all;
    }

    /** What reads the objects of each class from a row, in order. */
    public List<EntityLoader<RowCursor>> loaders(LoadRun run) {
        List<EntityLoader<RowCursor>> loaders = new ArrayList<>();
        for (SelectNode node : nodes) {
            EntityLoader<RowCursor> loader = new EntityLoader<>(run, node.plan(), null, null);
            loader.begin();
            loaders.add(loader);
        }
        return loaders;
    }

    /** Criteria for what is joined have values that are not known here. */
    @Override
    public void describe(StructureWriter structure) {
        if (criteria) {
            structure.unforeseen();
        }
        structure.token(this);
    }
}
