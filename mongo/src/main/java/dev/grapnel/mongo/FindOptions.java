package dev.grapnel.mongo;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a query become objects. Immutable.
 *
 * <pre>{@code
 * session.find(Contact.class, filter, FindOptions.NONE.refresh().projection("name", "phone"));
 * }</pre>
 *
 * @param refreshing whether a row replaces the values of an object that is known (statement ODM-I2)
 * @param validated whether rows are checked, and defaults filled in
 * @param extraAllowed whether fields that are not mapped may be there
 * @param extraStripped whether fields that are not mapped are left out
 * @param instrumented whether lists and sub-documents are tracked (statement ODM-S11)
 * @param projected the fields that are loaded; null: all
 * @param decorator applied to each object before it is given; null: none (statement ODM-Q11)
 */
public record FindOptions(
        boolean refreshing,
        boolean validated,
        boolean extraAllowed,
        boolean extraStripped,
        boolean instrumented,
        @Nullable List<String> projected,
        @Nullable UnaryOperator<Object> decorator) {
    /** Nothing special. */
    public static final FindOptions NONE = new FindOptions(false, true, true, true, true, null, null);

    /** Copies the list. */
    public FindOptions {
        projected = projected == null ? null : List.copyOf(projected);
    }

    /** A row replaces the values of an object that is known. */
    public FindOptions refresh() {
        return new FindOptions(true, validated, extraAllowed, extraStripped, instrumented, projected, decorator);
    }

    /** Rows are taken as they are: not checked, no defaults, with the fields that are not mapped. */
    public FindOptions withoutValidation() {
        return new FindOptions(refreshing, false, extraAllowed, extraStripped, instrumented, projected, decorator);
    }

    /** A row with fields that are not mapped is refused. */
    public FindOptions refuseExtra() {
        return new FindOptions(refreshing, validated, false, extraStripped, instrumented, projected, decorator);
    }

    /** Fields that are not mapped are kept, and written again. */
    public FindOptions keepExtra() {
        return new FindOptions(refreshing, validated, true, false, instrumented, projected, decorator);
    }

    /** Lists and sub-documents are plain; changes in them are not seen. */
    public FindOptions untracked() {
        return new FindOptions(refreshing, validated, extraAllowed, extraStripped, false, projected, decorator);
    }

    /**
     * Loads some fields only. A flush writes those and the ones that were changed, and leaves the others as they are stored.
     *
     * @param fields whole fields by their stored names; the id, the version and the field that tells the class are always loaded
     * @return the options; a query with a name that is none of the class, or of those below it, is refused
     */
    public FindOptions projection(String... fields) {
        return new FindOptions(
                refreshing, validated, extraAllowed, extraStripped, instrumented, List.of(fields), decorator);
    }

    /** Applies a function to each object before it is given. */
    public FindOptions decorate(UnaryOperator<Object> function) {
        return new FindOptions(refreshing, validated, extraAllowed, extraStripped, instrumented, projected, function);
    }
}
