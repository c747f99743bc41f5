package dev.grapnel.sql.statement;

import dev.grapnel.sql.schema.CounterRow;
import dev.grapnel.sql.schema.KeyBlocks;
import dev.grapnel.sql.schema.Sequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keys that sequences and counters gave and nobody used yet. Thread-safe.
 *
 * <p>A flush that needs many keys gets all blocks it lacks by one statement. A rollback does not give keys back, so keys have gaps.
 */
public final class TakenKeys {
    private final StatementCache texts;
    private final Counters counters;
    private final Map<KeyBlocks, Deque<Block>> left = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** Keys from one value on, the next one first. */
    static final class Block {
        private long next;
        private final long end;

        Block(long first, long size) {
            this.next = first;
            this.end = first + size;
        }
    }

    /** Its methods are written out for the reason that {@link Sequence} has. */
    private record BlockShape(Sequence sequence) {
        @Override
        public int hashCode() {
            return sequence.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof BlockShape that && sequence.equals(that.sequence);
        }
    }

    TakenKeys(StatementCache texts) {
        this.texts = texts;
        this.counters = new Counters(texts);
    }

    /**
     * Takes keys.
     *
     * @param source that gives them
     * @param runner asks for more if there are not enough
     * @param count how many
     * @return the keys, in order of blocks
     * @throws dev.grapnel.core.error.MappingException if the database has no sequences
     * @throws dev.grapnel.core.error.DatabaseException if no connection can be had for the transaction of a counter
     */
    public long[] take(KeyBlocks source, StatementRunner runner, int count) {
        long[] keys = new long[count];
        if (source instanceof CounterRow counter && !texts.writesInParallel()) {
            takeFrom(new ArrayDeque<>(List.of(counters.takeHere(counter, runner, count))), keys, 0);
            return keys;
        }
        int taken = takeLeft(source, keys, 0);
        if (taken < count) {
            int blocks = (count - taken + source.block() - 1) / source.block();
            Deque<Block> fresh = fetch(source, runner, blocks);
            takeFrom(fresh, keys, taken);
            keep(source, fresh);
        }
        return keys;
    }

    private Deque<Block> fetch(KeyBlocks source, StatementRunner runner, int blocks) {
        if (source instanceof Sequence sequence) {
            texts.requireSequences(sequence);
            return next(sequence, runner, blocks);
        }
        Deque<Block> fresh = new ArrayDeque<>(1);
        fresh.add(counters.takeApart((CounterRow) source, runner.engine(), (long) blocks * source.block()));
        return fresh;
    }

    private int takeLeft(KeyBlocks source, long[] keys, int from) {
        lock.lock();
        try {
            return takeFrom(left.computeIfAbsent(source, unused -> new ArrayDeque<>()), keys, from);
        } finally {
            lock.unlock();
        }
    }

    private static int takeFrom(Deque<Block> blocks, long[] keys, int from) {
        int at = from;
        Block block = blocks.peek();
        while (at < keys.length && block != null) {
            if (block.next == block.end) {
                blocks.remove();
                block = blocks.peek();
            } else {
                keys[at++] = block.next++;
            }
        }
        return at;
    }

    private void keep(KeyBlocks source, Deque<Block> fresh) {
        lock.lock();
        try {
            left.computeIfAbsent(source, unused -> new ArrayDeque<>()).addAll(fresh);
        } finally {
            lock.unlock();
        }
    }

    private Deque<Block> next(Sequence sequence, StatementRunner runner, int count) {
        PreparedText text = texts.render(new BlockShape(sequence), () -> query(sequence));
        Deque<Block> blocks = new ArrayDeque<>(count);
        try (Rows rows = runner.query(text, count)) {
            while (rows.next()) {
                @Nullable Object value = rows.read((result, position) -> result.getLong(position), 1);
                blocks.add(new Block(value instanceof Number first ? first.longValue() : 0, sequence.block()));
            }
        }
        return blocks;
    }

    private Query query(Sequence sequence) {
        Field<Integer> count = Placeholders.of(SQLDataType.INTEGER, 0).coerce(SQLDataType.INTEGER);
        // The fluent form has an interface for each step, whose classes take longer to load than all else before the
        // first insert.
        SelectQuery<?> select = texts.context().selectQuery();
        select.addSelect(sequence.asJooq().nextval());
        select.addFrom(DSL.generateSeries(DSL.inline(1), count));
        return select;
    }
}
