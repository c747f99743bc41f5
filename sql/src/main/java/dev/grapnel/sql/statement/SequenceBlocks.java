package dev.grapnel.sql.statement;

import dev.grapnel.sql.schema.Sequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keys that sequences gave and nobody used yet. Thread-safe.
 *
 * <p>A flush that needs many keys gets all blocks it lacks by one statement. A rollback does not give keys back, so keys have gaps.
 */
public final class SequenceBlocks {
    private final StatementCache texts;
    private final Map<Sequence, Deque<Block>> left = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** Keys from one value of a sequence, the next one first. */
    private static final class Block {
        private long next;
        private final long end;

        Block(long first, int size) {
            this.next = first;
            this.end = first + size;
        }
    }

    private record BlockShape(Sequence sequence) {}

    SequenceBlocks(StatementCache texts) {
        this.texts = texts;
    }

    /**
     * Takes keys.
     *
     * @param sequence that gives them
     * @param runner asks for more if there are not enough
     * @param count how many
     * @return the keys, in order of blocks
     * @throws dev.grapnel.core.error.MappingException if the database has no sequences
     */
    public long[] take(Sequence sequence, StatementRunner runner, int count) {
        long[] keys = new long[count];
        int taken = takeLeft(sequence, keys, 0);
        if (taken < count) {
            texts.requireSequences(sequence);
            Deque<Block> fresh = fetch(sequence, runner, (count - taken + sequence.block() - 1) / sequence.block());
            takeFrom(fresh, keys, taken);
            keep(sequence, fresh);
        }
        return keys;
    }

    private int takeLeft(Sequence sequence, long[] keys, int from) {
        lock.lock();
        try {
            return takeFrom(left.computeIfAbsent(sequence, unused -> new ArrayDeque<>()), keys, from);
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

    private void keep(Sequence sequence, Deque<Block> fresh) {
        lock.lock();
        try {
            left.computeIfAbsent(sequence, unused -> new ArrayDeque<>()).addAll(fresh);
        } finally {
            lock.unlock();
        }
    }

    private Deque<Block> fetch(Sequence sequence, StatementRunner runner, int count) {
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
        return texts.context().select(sequence.asJooq().nextval()).from(DSL.generateSeries(DSL.inline(1), count));
    }
}
