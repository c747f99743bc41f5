package dev.grapnel.core.session.option;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.store.Store;

/**
 * Something that may be said about the running of a statement (rule S-60). The constants are those that the library understands; a program
 * makes others for what its listeners want to know.
 *
 * <pre>{@code
 * static final ExecutionOption<String> REASON = ExecutionOption.of("reason", String.class);
 *
 * session.query(Patient.class).option(REASON, "emergency").list();
 * Events.on(sessions).doOrmExecute(e -> audit(e.options().get(REASON)));
 * }</pre>
 *
 * <p>Immutable. Two of the same name are different options.
 *
 * @param <T> the type of its values
 */
public final class ExecutionOption<T> {
    /** Whether a flush precedes; without it, what the statement and the session say. */
    public static final ExecutionOption<Boolean> AUTOFLUSH = of("autoflush", Boolean.class);

    /** Whether values in memory are overwritten by those of the rows (rule G-3). */
    public static final ExecutionOption<Boolean> POPULATE_EXISTING = of("populate_existing", Boolean.class);

    /** The token in the identity keys of the objects that are loaded, as the name of a shard; it chooses the store, too (rule S-57). */
    public static final ExecutionOption<String> IDENTITY_TOKEN = of("identity_token", String.class);

    /** Where the statement runs, whatever the binds of the session say (rule S-57). */
    public static final ExecutionOption<Store> STORE = of("bind", Store.class);

    private final String name;
    private final Class<T> type;

    private ExecutionOption(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    /**
     * Makes an option.
     *
     * @param name for messages
     * @param type of its values
     * @param <T> the type
     * @return the option; keep it in a constant
     */
    public static <T> ExecutionOption<T> of(String name, Class<T> type) {
        return new ExecutionOption<>(name, type);
    }

    T checked(Object value) {
        if (!type.isInstance(value)) {
            throw new InvalidArgumentException("Cannot set execution option '" + name + "' to " + value
                    + ": it takes a " + type.getSimpleName() + ".");
        }
        return type.cast(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
