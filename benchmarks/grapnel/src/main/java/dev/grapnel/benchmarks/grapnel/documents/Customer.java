package dev.grapnel.benchmarks.grapnel.documents;

import dev.grapnel.benchmarks.mongodb.ground.Keys;
import dev.grapnel.benchmarks.workloads.contract.Checksum;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.LineRow;
import dev.grapnel.benchmarks.workloads.contract.CustomerRow.PurchaseRow;
import dev.grapnel.mongo.annotation.StoredIn;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.schema.FieldSchema;
import dev.grapnel.mongo.schema.Schema;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A graph: a document with lists of sub-documents. */
@Entity
@StoredIn("customer")
class Customer {
    private static final FieldSchema LINE = Schema.document()
            .field("number", Schema.longInteger())
            .field("article", Schema.string())
            .field("amount", Schema.of(int.class))
            .asField();
    private static final FieldSchema PURCHASE = Schema.document()
            .field("number", Schema.longInteger())
            .field("label", Schema.string())
            .field("placed", Schema.of(LocalDate.class))
            .field("lines", Schema.array(LINE))
            .asField();

    @Id
    @Nullable ObjectId id;

    String name;
    String city;
    List<Map<String, Object>> purchases;

    Customer(CustomerRow row) {
        name = row.name();
        city = row.city();
        List<Map<String, Object>> all = new ArrayList<>();
        for (PurchaseRow purchase : row.purchases()) {
            all.add(purchase(all.size() + 1L, purchase));
        }
        purchases = all;
    }

    static DocumentMapping<?> mapping() {
        return DocumentMapping.of(Customer.class)
                .collection("customer")
                .field("id", "_id", Schema.objectId())
                .field("name", Schema.string())
                .field("city", Schema.string())
                .field("purchases", Schema.array(PURCHASE));
    }

    private static Map<String, Object> purchase(long number, PurchaseRow row) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (LineRow line : row.lines()) {
            lines.add(subDocument(lines.size() + 1L, Map.of("article", line.article(), "amount", line.amount())));
        }
        return subDocument(number, Map.of("label", row.label(), "placed", row.placed(), "lines", lines));
    }

    private static Map<String, Object> subDocument(long number, Map<String, Object> values) {
        Map<String, Object> made = new HashMap<>(values);
        made.put("number", number);
        return made;
    }

    long sum() {
        long key = id == null ? 0 : Keys.number(id);
        long sum = Checksum.ofCustomer(key, name, city);
        for (Map<String, Object> purchase : purchases) {
            long number = value(purchase, "number", Long.class);
            sum += Checksum.ofPurchase(
                    number, key, value(purchase, "label", String.class), value(purchase, "placed", LocalDate.class));
            sum += sumOfLines(number, value(purchase, "lines", List.class));
        }
        return sum;
    }

    private static long sumOfLines(long purchase, List<?> lines) {
        long sum = 0;
        for (Object line : lines) {
            Map<?, ?> values = (Map<?, ?>) line;
            sum += Checksum.ofLine(
                    value(values, "number", Long.class),
                    purchase,
                    value(values, "article", String.class),
                    value(values, "amount", Integer.class));
        }
        return sum;
    }

    private static <T> T value(Map<?, ?> values, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(values.get(name)));
    }
}
