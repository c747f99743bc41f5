package dev.grapnel.benchmarks.hibernate;

import dev.grapnel.benchmarks.entities.Customer;
import dev.grapnel.benchmarks.entities.Reading;
import dev.grapnel.benchmarks.jpa.JpaTrial;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;

/** What differs from other providers. */
final class HibernateTrial extends JpaTrial {
    private static final int FETCHED = 1_000;

    HibernateTrial(EntityManagerFactory factory, AuditMode audit) {
        super(factory, audit);
    }

    @Override
    protected List<Customer> graphs(EntityManager manager) {
        return joined(manager, "select");
    }

    @Override
    protected long stream(EntityManager manager) {
        Session session = manager.unwrap(Session.class);
        long sum = 0;
        int held = 0;
        try (ScrollableResults<Reading> readings = session.createSelectionQuery(
                        "select r from Reading r", Reading.class)
                .setFetchSize(FETCHED)
                .scroll(ScrollMode.FORWARD_ONLY)) {
            while (readings.next()) {
                sum += readings.get().sum();
                if (++held == FETCHED) {
                    session.clear();
                    held = 0;
                }
            }
        }
        return sum;
    }
}
