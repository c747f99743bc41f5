package dev.grapnel.sql.structure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a statement is made, without its values. Statements with equal structures have the same text. Immutable. */
public final class Structure {
    private final Object[] tokens;
    private final int hash;

    Structure(List<Object> tokens) {
        this.tokens = tokens.toArray();
        this.hash = Arrays.hashCode(this.tokens);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Structure same && hash == same.hash && Arrays.equals(tokens, same.tokens);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "structure of " + tokens.length + " parts";
    }
}
