package dev.grapnel.sql.connection;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.events.ValueEvent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement is about to run. Valid during the call; a listener may look, replace the text ({@link StatementEvents#replaceText}), or throw
 * to refuse it, but may not use the connection.
 */
public final class StatementEvent extends ValueEvent<String> {
    private final JdbcConnection connection;
    private final StatementKind kind;
    private final List<@Nullable Object[]> rows;

    /**
     * Made by whoever runs statements.
     *
     * @param connection on which it runs
     * @param kind what it does
     * @param text with question marks for parameters
     * @param rows an array for each set of parameters
     */
    public StatementEvent(JdbcConnection connection, StatementKind kind, String text, List<@Nullable Object[]> rows) {
        super(text);
        this.connection = connection;
        this.kind = kind;
        this.rows = rows;
    }

    /** {@return the connection on which it runs} */
    public JdbcConnection connection() {
        return connection;
    }

    /** {@return what it does} */
    public StatementKind kind() {
        return kind;
    }

    /** {@return the text as the listeners before this one left it, with question marks for parameters} */
    public String text() {
        String text = value();
        if (text == null) {
            throw new InvalidRequestException(
                    "Cannot replace the text of a statement of kind " + kind
                            + ": a listener returned null. Return e.text() to leave the text as it is, or throw to refuse the statement.");
        }
        return text;
    }

    /** {@return how often it runs with different parameters: the size of a batch, or the number of rows of an insert} */
    public int parameterSets() {
        return rows.size();
    }

    /** {@return the values of each set of parameters, in the order in which they were given; they may be personal data} */
    public List<List<@Nullable Object>> parameters() {
        return rows.stream()
                .map(row -> Collections.unmodifiableList(Arrays.asList(row)))
                .toList();
    }

    /**
     * The parameters in words, for logs: their values only if {@link EngineSettings#showParameters()} allows it.
     *
     * @return as {@code 2 rows of 1 parameter (hidden)}
     */
    public String describeParameters() {
        return ParameterText.of(rows, connection.engine().settings().showParameters());
    }

    @Override
    public String toString() {
        return kind + " [" + value() + "] × " + rows.size();
    }
}
