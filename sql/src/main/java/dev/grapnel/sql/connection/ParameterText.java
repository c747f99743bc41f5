package dev.grapnel.sql.connection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What messages and logs say of the parameters of a statement; their values only if the engine's settings allow it. */
public final class ParameterText {
    private static final int MOST_ROWS_SHOWN = 3;

    private ParameterText() {}

    /**
     * The parameters in words.
     *
     * @param rows an array for each set of parameters
     * @param show whether to show the values, see {@link EngineSettings#showParameters()}
     * @return as {@code 2 rows of 1 parameter (hidden)}
     */
    public static String of(List<@Nullable Object[]> rows, boolean show) {
        if (rows.isEmpty() || rows.get(0).length == 0) {
            return rows.size() > 1 ? rows.size() + " rows without parameters" : "no parameters";
        }
        return show ? shown(rows) : counted(rows);
    }

    private static String counted(List<@Nullable Object[]> rows) {
        int count = rows.get(0).length;
        String each = count + (count == 1 ? " parameter" : " parameters") + " (hidden)";
        return rows.size() == 1 ? each : rows.size() + " rows of " + each;
    }

    private static String shown(List<@Nullable Object[]> rows) {
        StringBuilder text = new StringBuilder("parameters");
        rows.stream().limit(MOST_ROWS_SHOWN).forEach(row -> text.append(' ').append(shown(row)));
        if (rows.size() > MOST_ROWS_SHOWN) {
            text.append(" and ").append(rows.size() - MOST_ROWS_SHOWN).append(" more rows");
        }
        return text.toString();
    }

    private static String shown(@Nullable Object[] row) {
        return Arrays.stream(row)
                .map(value -> value instanceof Object[] array ? ofArray(array) : String.valueOf(value))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String ofArray(Object[] array) {
        int more = array.length - MOST_ROWS_SHOWN;
        return more <= 0
                ? Arrays.toString(array)
                : Arrays.stream(array, 0, MOST_ROWS_SHOWN)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", "[", " and " + more + " more]"));
    }
}
