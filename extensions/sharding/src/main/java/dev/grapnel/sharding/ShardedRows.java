package dev.grapnel.sharding;

import dev.grapnel.core.session.OrmResult;
import dev.grapnel.core.session.option.ExecutionOption;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.WriteState;
import dev.grapnel.sql.bulk.BulkInsert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of a set-based INSERT, one INSERT for each shard. */
final class ShardedRows {
    private ShardedRows() {}

    /** Inserts each row where it belongs; objects come in the order of the rows. */
    static OrmResult insert(WriteState statement, Function<Map<String, ?>, String> shardOf) {
        List<Map<String, ?>> rows = statement.rows().isEmpty() ? List.of(Map.of()) : statement.rows();
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            places.computeIfAbsent(shardOf.apply(rows.get(at)), unused -> new ArrayList<>())
                    .add(at);
        }
        Object[] objects = new Object[rows.size()];
        int count = 0;
        for (Map.Entry<String, List<Integer>> place : places.entrySet()) {
            OrmResult result = statement.invoke(options(place.getKey(), rows, place.getValue(), statement));
            if (statement.givesObjects()) {
                List<?> made = result.objects();
                for (int at = 0; at < made.size(); at++) {
                    objects[place.getValue().get(at)] = made.get(at);
                }
            } else {
                count += result.rowCount();
            }
        }
        return statement.givesObjects() ? OrmResult.ofObjects(Arrays.asList(objects)) : OrmResult.ofRowCount(count);
    }

    private static ExecutionOptions options(
            String shard, List<Map<String, ?>> rows, List<Integer> wanted, WriteState statement) {
        ExecutionOptions there = ExecutionOptions.NONE.with(ExecutionOption.IDENTITY_TOKEN, shard);
        return statement.rows().isEmpty()
                ? there
                : there.with(
                        BulkInsert.ROWS,
                        List.copyOf(wanted.stream().map(rows::get).toList()));
    }
}
