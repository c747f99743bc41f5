package dev.grapnel.benchmarks.workloads.jdbc;

import dev.grapnel.benchmarks.workloads.contract.NodeWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Chains of nodes: inserted from the root on, deleted from the leaf on. */
final class JdbcNodes {
    private final Keys keys;

    JdbcNodes(Keys keys) {
        this.keys = keys;
    }

    static List<Long> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select id from node order by id");
                ResultSet rows = statement.executeQuery()) {
            List<Long> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
            return all;
        }
    }

    int change(Connection connection, List<Long> ids, NodeWork work) throws SQLException {
        int changed = work.changed() * NodeWork.DEPTH;
        try (Batch batch = new Batch(connection, "update node set weight = ? where id = ?")) {
            for (long id : ids.subList(0, changed)) {
                batch.row().setInt(1, NodeWork.CHANGED_WEIGHT);
                batch.row().setLong(2, id);
                batch.add();
            }
            batch.send();
        }
        insert(connection, work.inserted() * NodeWork.DEPTH);
        try (Batch batch = new Batch(connection, "delete from node where id = ?")) {
            for (int at = work.nodesBefore() - 1; at >= changed; at--) {
                batch.row().setLong(1, ids.get(at));
                batch.add();
            }
            batch.send();
        }
        return ids.size();
    }

    private void insert(Connection connection, int count) throws SQLException {
        long[] ids = keys.take(connection, "node_seq", count);
        try (Batch batch =
                new Batch(connection, "insert into node (id, parent_id, name, weight) values (?, ?, ?, ?)")) {
            for (int at = 0; at < count; at++) {
                batch.row().setLong(1, ids[at]);
                if (at % NodeWork.DEPTH == 0) {
                    batch.row().setNull(2, Types.BIGINT);
                } else {
                    batch.row().setLong(2, ids[at - 1]);
                }
                batch.row().setString(3, NodeWork.NEW_NAME);
                batch.row().setInt(4, NodeWork.NEW_WEIGHT);
                batch.add();
            }
            batch.send();
        }
    }
}
