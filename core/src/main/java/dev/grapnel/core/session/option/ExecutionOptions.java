package dev.grapnel.core.session.option;

import dev.grapnel.core.error.InvalidArgumentException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said about the running of a statement. Immutable: each method gives a new one. */
public final class ExecutionOptions {
    /** Nothing is said. */
    public static final ExecutionOptions NONE = new ExecutionOptions(Map.of());

    private final Map<ExecutionOption<?>, Object> values;

    private ExecutionOptions(Map<ExecutionOption<?>, Object> values) {
        this.values = values;
    }

    /**
     * These options and one more, which replaces one that was said before.
     *
     * @param option which one
     * @param value not null
     * @param <T> the type of its values
     * @return the options
     * @throws InvalidArgumentException if the value is null or has another type than the option
     */
    public <T> ExecutionOptions with(ExecutionOption<T> option, T value) {
        Map<ExecutionOption<?>, Object> more = new LinkedHashMap<>(values);
        more.put(option, option.checked(value));
        return new ExecutionOptions(more);
    }

    /**
     * These options, and over them others.
     *
     * @param later they win
     * @return the options
     */
    public ExecutionOptions overlaidBy(ExecutionOptions later) {
        if (later.values.isEmpty()) {
            return this;
        }
        Map<ExecutionOption<?>, Object> both = new LinkedHashMap<>(values);
        both.putAll(later.values);
        return new ExecutionOptions(both);
    }

    /**
     * What these options say beyond others.
     *
     * @param others what was said before
     * @return those of these options that the others lack or have with another value
     */
    public ExecutionOptions beyond(ExecutionOptions others) {
        if (values.isEmpty()) {
            return this;
        }
        Map<ExecutionOption<?>, Object> more = new LinkedHashMap<>(values);
        more.entrySet().removeAll(others.values.entrySet());
        return new ExecutionOptions(more);
    }

    /**
     * What was said.
     *
     * @param option which one
     * @param <T> the type of its values
     * @return the value, or null if nothing was said
     */
    @SuppressWarnings("unchecked") // with() checked the type
    public <T> @Nullable T get(ExecutionOption<T> option) {
        return (T) values.get(option);
    }

    /**
     * What was said, or something else.
     *
     * @param option which one
     * @param otherwise if nothing was said
     * @param <T> the type of its values
     * @return the value
     */
    public <T> T get(ExecutionOption<T> option, T otherwise) {
        T said = get(option);
        return said == null ? otherwise : said;
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
