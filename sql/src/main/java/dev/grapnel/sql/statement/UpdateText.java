package dev.grapnel.sql.statement;

import dev.grapnel.sql.dialect.UpdateArrays;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** An update of rows by their keys, for any number of rows. Thread-safe. */
public final class UpdateText {
    private final Shape shape;
    private final PreparedText single;
    private final UpdateArrays way;
    private final DSLContext context;
    private final TextRenderer renderer;
    private volatile @Nullable Found found;

    /** What tells one from another. */
    record Shape(WhereShape update) {}

    /** An update from arrays, or that there is none. */
    private record Found(@Nullable ArrayText arrays) {}

    UpdateText(Shape shape, PreparedText single, UpdateArrays way, DSLContext context, TextRenderer renderer) {
        this.shape = shape;
        this.single = single;
        this.way = way;
        this.context = context;
        this.renderer = renderer;
    }

    /** The text for a single row. */
    PreparedText single() {
        return single;
    }

    /** The same update from arrays, or null if the database does not take its rows so; rendered when many rows come. */
    @Nullable ArrayText arrays() {
        if (way == UpdateArrays.NONE) {
            return null;
        }
        Found known = found;
        if (known == null) {
            known = new Found(ArrayText.update(shape.update(), single, way, context, renderer));
            found = known;
        }
        return known.arrays;
    }
}
