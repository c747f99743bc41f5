package dev.grapnel.sql.load;

import dev.grapnel.core.state.IdentityKey;
import java.util.function.Supplier;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The SELECT of one object of a shape by its key. There is one for each shape, and its text is kept by it. */
final class SelectByKey implements Supplier<Select<Record>> {
    private final SelectShape shape;

    SelectByKey(SelectShape shape) {
        this.shape = shape;
    }

    /** The statement for a key. */
    SelectStatement of(IdentityKey key) {
        return new SelectStatement(this, this, shape.types(), key.values());
    }

    @Override
    public Select<Record> get() {
        return DSL.select(shape.fields())
                .from(shape.from())
                .where(shape.keyCondition())
                .and(shape.restriction())
                .orderBy(shape.joinedOrder());
    }
}
