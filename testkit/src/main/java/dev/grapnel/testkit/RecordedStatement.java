package dev.grapnel.testkit;

import dev.grapnel.sql.connection.StatementEvent;
import dev.grapnel.sql.connection.StatementKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was sent to a database, a batch as one.
 *
 * @param kind what it does
 * @param text with question marks for parameters
 * @param parameters the values of each set of parameters
 */
public record RecordedStatement(StatementKind kind, String text, List<List<@Nullable Object>> parameters) {
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:into|from|update|table)\\s+([\\w.\"`]+)", Pattern.CASE_INSENSITIVE);

    /**
     * Copies the parameters, so that what happens later to the lists given does not show.
     *
     * @param kind what it does
     * @param text with question marks for parameters
     * @param parameters the values of each set of parameters
     */
    public RecordedStatement {
        parameters = parameters.stream().map(RecordedStatement::copy).toList();
    }

    /** Unlike {@code List.copyOf}, with nulls. */
    private static List<@Nullable Object> copy(List<@Nullable Object> values) {
        return Collections.unmodifiableList(new ArrayList<>(values));
    }

    static RecordedStatement of(StatementEvent event) {
        return new RecordedStatement(event.kind(), event.text(), event.parameters());
    }

    /** {@return how often it ran with different parameters: the size of a batch, or the number of rows of an insert} */
    public int parameterSets() {
        return parameters.size();
    }

    /** {@return the table that stands first in the text, in lower case and without quotes; empty if there is none} */
    public String table() {
        Matcher matcher = TABLE.matcher(text);
        return matcher.find() ? matcher.group(1).replaceAll("[\"`]", "").toLowerCase(Locale.ROOT) : "";
    }

    /** In short: {@code INSERT contact}, or for a batch {@code INSERT contact ×3}. */
    @Override
    public String toString() {
        String what = table().isEmpty() ? kind.toString() : kind + " " + table();
        return parameterSets() > 1 ? what + " ×" + parameterSets() : what;
    }
}
