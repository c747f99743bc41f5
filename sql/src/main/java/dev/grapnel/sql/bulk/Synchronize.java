package dev.grapnel.sql.bulk;

import dev.grapnel.core.session.option.ExecutionOption;

/** How objects in memory follow a set-based statement. */
public enum Synchronize {
    /** {@link #EVALUATE} if the condition can be evaluated, otherwise {@link #FETCH}. */
    AUTO,
    /** The condition is evaluated on the objects in memory; refused if it cannot be (rule Q-11). */
    EVALUATE,
    /** The database says the keys of the rows: with the statement if it can, otherwise in a SELECT before. */
    FETCH,
    /** They do not: they keep their values until they are expired. */
    NONE;

    /** How objects in memory follow, said as an option of the statement (rule S-60). */
    public static final ExecutionOption<Synchronize> OPTION =
            ExecutionOption.of("synchronize_session", Synchronize.class);
}
