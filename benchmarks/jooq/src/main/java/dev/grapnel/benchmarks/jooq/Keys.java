package dev.grapnel.benchmarks.jooq;

import static org.jooq.impl.DSL.generateSeries;

import org.jooq.DSLContext;
import org.jooq.Sequence;

/** New keys, as many as are wanted in one statement: each value of a sequence stands for the fifty keys from it on. */
final class Keys {
    private static final int BLOCK = 50;

    private final long[] blocks;
    private int at;

    Keys(DSLContext context, Sequence<Long> sequence, int count) {
        int wanted = (count + BLOCK - 1) / BLOCK;
        blocks = context.select(sequence.nextval()).from(generateSeries(1, wanted)).fetch().stream()
                .mapToLong(row -> row.value1())
                .toArray();
    }

    Long next() {
        long key = blocks[at / BLOCK] + at % BLOCK;
        at++;
        return key;
    }
}
