package dev.grapnel.sql.structure;

import dev.grapnel.sql.schema.ColumnTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DataType;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the structure of one statement: tokens that its text depends on, and the parameters in the order in which they are met.
 *
 * <p>A part whose text cannot be foreseen, as plain SQL text or a subquery of jOOQ, makes the statement one that has to be rendered each time.
 */
public final class StructureWriter {
    /** Under which the class that a statement is about is known while the statement is rendered. */
    public static final String ROOT = StructureWriter.class.getName() + ".root";

    private enum Mark {
        VALUE,
        NULL_VALUE,
        LIST
    }

    private final List<Object> tokens = new ArrayList<>(32);
    private final List<Param<?>> parameters = new ArrayList<>(4);
    private final Set<Class<?>> mentioned = new HashSet<>(0);
    private boolean complete = true;
    private @Nullable Object root;

    /**
     * Notes something that the text depends on.
     *
     * @param token with equality; equal ones stand for the same text
     * @return this
     */
    public StructureWriter token(Object token) {
        tokens.add(token);
        return this;
    }

    /**
     * Notes a part of jOOQ's or ours.
     *
     * @param part condition, field or order
     * @return this
     */
    public StructureWriter part(Object part) {
        if (!complete) {
            return this;
        }
        if (part instanceof Structured known) {
            tokens.add(part.getClass());
            known.describe(this);
        } else if (part instanceof Param<?> value) {
            parameter(value);
        } else if (!KnownParts.describe(part, this)) {
            complete = false;
        }
        return this;
    }

    /**
     * Notes several parts.
     *
     * @param parts in order
     * @return this
     */
    public StructureWriter parts(Collection<?> parts) {
        tokens.add(Mark.LIST);
        tokens.add(parts.size());
        parts.forEach(this::part);
        return this;
    }

    private void parameter(Param<?> value) {
        type(value.getDataType());
        @Nullable Object given = value.getValue();
        if (!value.isInline()) {
            tokens.add(given == null ? Mark.NULL_VALUE : Mark.VALUE);
            parameters.add(value);
        } else if (given == null) {
            tokens.add(Optional.empty());
        } else if (given.getClass().isArray()) {
            complete = false;
        } else {
            tokens.add(given);
        }
    }

    /**
     * Notes a type.
     *
     * @param type of jOOQ
     */
    void type(DataType<?> type) {
        tokens.add(type);
        if (ColumnTypes.isConverted(type)) {
            tokens.add(type.getBinding());
        }
    }

    /**
     * Notes a class that the statement asks about within a condition.
     *
     * @param type the class
     */
    public void mentions(Class<?> type) {
        mentioned.add(type);
    }

    /** {@return the classes that the statement asks about within conditions} */
    public Set<Class<?>> mentioned() {
        return mentioned;
    }

    /**
     * Says which class the statement is about; it is part of what was noted.
     *
     * @param mapper of the class
     * @return this
     */
    public StructureWriter root(Object mapper) {
        root = mapper;
        tokens.add(mapper);
        return this;
    }

    /** {@return the mapper of the class that the statement is about, or null} */
    public @Nullable Object root() {
        return root;
    }

    /** Says that the text has to be rendered each time. */
    public void unforeseen() {
        complete = false;
    }

    /** {@return whether the text can be foreseen} */
    public boolean isComplete() {
        return complete;
    }

    /** {@return what was written} */
    public Structure structure() {
        return new Structure(tokens);
    }

    /** {@return the parameters in the order in which they were met} */
    public List<Param<?>> parameters() {
        return parameters;
    }

    /** {@return the values of the parameters} */
    public @Nullable Object[] values() {
        @Nullable Object[] values = new Object[parameters.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = parameters.get(at).getValue();
        }
        return values;
    }
}
