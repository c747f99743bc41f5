package dev.grapnel.benchmarks.mongodb.ground;

import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import dev.grapnel.benchmarks.workloads.contract.ProductRow;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The documents that the harness makes, numbered as its rows are. */
final class Filled {
    private Filled() {}

    static List<Document> products(List<ProductRow> rows) {
        List<Document> all = new ArrayList<>(rows.size());
        for (ProductRow row : rows) {
            all.add(new Document("_id", Keys.id(all.size() + 1L))
                    .append("name", row.name())
                    .append("maker", row.maker())
                    .append("price", row.price())
                    .append("stock", row.stock())
                    .append("since", row.since()));
        }
        return all;
    }

    static List<Document> graphs(List<CustomerRow> rows) {
        return new Graphs().of(rows);
    }

    /** Numbers purchases and lines in the order of a walk. */
    private static final class Graphs {
        private long purchase;
        private long line;

        List<Document> of(List<CustomerRow> rows) {
            List<Document> all = new ArrayList<>(rows.size());
            for (CustomerRow row : rows) {
                all.add(new Document("_id", Keys.id(all.size() + 1L))
                        .append("name", row.name())
                        .append("city", row.city())
                        .append(
                                "purchases",
                                row.purchases().stream().map(this::purchase).toList()));
            }
            return all;
        }

        private Document purchase(PurchaseRow row) {
            return new Document("number", ++purchase)
                    .append("label", row.label())
                    .append("placed", row.placed())
                    .append("lines", row.lines().stream().map(this::line).toList());
        }

        private Document line(LineRow row) {
            return new Document("number", ++line)
                    .append("article", row.article())
                    .append("amount", row.amount());
        }
    }
}
