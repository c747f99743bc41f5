package dev.grapnel.sql;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.instrument.Attribute;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.core.state.IdentityKey;
import dev.grapnel.sql.load.KeyLoader;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.sql.load.Locking;
import dev.grapnel.sql.mapping.TableMapper;
import dev.grapnel.sql.query.RowLock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The search for one object by its primary key. Immutable: each method gives a new one.
 *
 * <pre>{@code
 * Contact ed = session.byKey(Contact.class).load(LoadStrategy.JOINED, Contact_.phones).populateExisting().get(1);
 * }</pre>
 *
 * @param <T> the class
 */
public final class KeyQuery<T> {
    private final Session session;
    private final Class<T> type;
    private final LoadOptions options;
    private final boolean populateExisting;
    private final ExecutionOptions execution;

    KeyQuery(
            Session session, Class<T> type, LoadOptions options, boolean populateExisting, ExecutionOptions execution) {
        this.session = session;
        this.type = type;
        this.options = options;
        this.populateExisting = populateExisting;
        this.execution = execution;
    }

    /**
     * Loads the relationships of a path by a strategy, whatever is mapped.
     *
     * @param strategy the strategy
     * @param path of relationships, from this class on
     * @return the refined search
     */
    public KeyQuery<T> load(LoadStrategy strategy, Attribute<?, ?>... path) {
        String[] names = Arrays.stream(path).map(Attribute::attributeName).toArray(String[]::new);
        return options(options.load(strategy, names));
    }

    /**
     * Sets how the object is loaded if it is not in memory.
     *
     * @param wanted strategies, deferred columns, criteria
     * @return the refined search
     */
    public KeyQuery<T> options(LoadOptions wanted) {
        return new KeyQuery<>(session, type, wanted, populateExisting, execution);
    }

    /**
     * Says something about the running of the statement, for the library and for listeners to {@code do_orm_execute}.
     *
     * @param option as {@code ExecutionOption.IDENTITY_TOKEN}, or one of the program's own
     * @param value not null
     * @param <V> the type of its values
     * @return the refined search
     */
    public <V> KeyQuery<T> option(ExecutionOption<V> option, V value) {
        return new KeyQuery<>(session, type, options, populateExisting, execution.with(option, value));
    }

    /**
     * Locks the row of the object until the transaction ends. The SELECT is sent also if the object is in memory, which keeps its values; if it
     * has a version, it is compared with that of the row (rule U-22).
     *
     * @param lock how
     * @return the refined search
     */
    public KeyQuery<T> lock(RowLock lock) {
        return option(Locking.OPTION, lock);
    }

    /** As {@link #lock lock(RowLock.FOR_UPDATE)}: nobody else may change or lock the row. */
    public KeyQuery<T> forUpdate() {
        return lock(RowLock.FOR_UPDATE);
    }

    /** Sends the SELECT also if the object is in memory, and overwrites it; pending changes of it are lost (rules G-1, G-3). */
    public KeyQuery<T> populateExisting() {
        return new KeyQuery<>(session, type, options, true, execution);
    }

    /**
     * The object.
     *
     * @param key the values of the key in the order of its attributes
     * @return the object, or null if there is none
     * @throws dev.grapnel.core.error.InvalidArgumentException if the number of values is wrong, or a type
     * @throws dev.grapnel.core.error.StaleDataException if its row is to be locked and has another version than the object in memory
     * @throws dev.grapnel.core.error.InvalidRequestException if its row is to be locked and the database has no such lock
     */
    public @Nullable T get(Object... key) {
        return session.exclusively(() -> {
            TableMapper mapper = session.factory().registry().mapper(type);
            IdentityKey identity =
                    GivenKeys.of(mapper).key(key).withToken(execution.get(ExecutionOption.IDENTITY_TOKEN));
            return type.cast(KeyLoader.get(session, mapper, identity, options, populateExisting, execution));
        });
    }
}
