package dev.grapnel.benchmarks.eclipselink;

import dev.grapnel.benchmarks.entities.Customer;
import dev.grapnel.benchmarks.entities.Reading;
import dev.grapnel.benchmarks.jpa.JpaTrial;
import dev.grapnel.benchmarks.workloads.contract.AuditMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.queries.CursoredStream;

/** What differs from other providers. */
final class EclipseLinkTrial extends JpaTrial {
    private static final int FETCHED = 1_000;

    EclipseLinkTrial(EntityManagerFactory factory, AuditMode audit) {
        super(factory, audit);
    }

    @Override
    protected List<Customer> graphs(EntityManager manager) {
        return joined(manager, "select distinct");
    }

    @Override
    protected long stream(EntityManager manager) {
        CursoredStream readings = (CursoredStream) manager.createQuery("select r from Reading r")
                .setHint(QueryHints.CURSOR, HintValues.TRUE)
                .setHint(QueryHints.CURSOR_PAGE_SIZE, FETCHED)
                .setHint(QueryHints.JDBC_FETCH_SIZE, FETCHED)
                .getSingleResult();
        long sum = 0;
        int held = 0;
        while (readings.hasNext()) {
            sum += ((Reading) readings.next()).sum();
            if (++held == FETCHED) {
                readings.clear();
                manager.clear();
                held = 0;
            }
        }
        readings.close();
        return sum;
    }
}
