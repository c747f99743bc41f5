package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.EnumSet;
import java.util.Set;

/**
 * The form in which a set-based statement is sent (rule Q-18).
 *
 * <pre>{@code
 * session.insertInto(Item.class).values(rows).option(DmlStrategy.OPTION, DmlStrategy.ORM).execute();
 * }</pre>
 */
public enum DmlStrategy {
    /** What the statement looks like decides: a list of rows is sent as {@link #BULK}, everything else as {@link #ORM}. */
    AUTO,
    /**
     * One statement with the values in it, which may be expressions of SQL. Rows of an INSERT have the same attributes, and their nulls are
     * written; the class is in one table.
     */
    ORM,
    /** A batch for neighbouring rows with the same attributes, into each table of the class. */
    BULK,
    /** INSERT only: a batch as it stands, with names of columns of the class's own table. Nothing is added: no default, version or discriminator. */
    RAW,
    /**
     * UPDATE and DELETE only: the statement as it stands, on the class's own table. It is not restricted to rows of the class, no value is
     * computed, and objects in memory do not follow. Criteria hold all the same.
     */
    CORE_ONLY;

    /** The form of a statement; {@link #AUTO} unless it is said. */
    public static final ExecutionOption<DmlStrategy> OPTION = ExecutionOption.of("dml_strategy", DmlStrategy.class);

    /** What is said, if that is a form of such a statement. */
    static DmlStrategy of(ExecutionOptions running, TableMapper mapper, StatementKind kind) {
        DmlStrategy asked = running.get(OPTION, AUTO);
        Set<DmlStrategy> forms = formsOf(kind);
        if (!forms.contains(asked)) {
            throw new InvalidArgumentException("Cannot run " + (kind == StatementKind.DELETE ? "a " : "an ") + kind
                    + " of "
                    + mapper.type().getSimpleName() + " with DmlStrategy." + asked + ": it has the forms " + forms
                    + ". Use one of them.");
        }
        return asked;
    }

    private static Set<DmlStrategy> formsOf(StatementKind kind) {
        return switch (kind) {
            case INSERT -> EnumSet.of(AUTO, ORM, BULK, RAW);
            case UPDATE -> EnumSet.of(AUTO, ORM, BULK, CORE_ONLY);
            default -> EnumSet.of(AUTO, ORM, CORE_ONLY);
        };
    }
}
