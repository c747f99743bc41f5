package dev.grapnel.testkit.session;

import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.attribute.ReferenceAttribute;
import dev.grapnel.sql.query.Query;
import dev.grapnel.testkit.session.Firm.Clerk;
import dev.grapnel.testkit.session.Firm.Company;
import dev.grapnel.testkit.session.Firm.Lathe;
import dev.grapnel.testkit.session.Firm.Locker;
import dev.grapnel.testkit.session.Firm.Machine;
import dev.grapnel.testkit.session.Firm.Press;
import dev.grapnel.testkit.session.Firm.Smith;
import dev.grapnel.testkit.session.Firm.Worker;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Two companies: at Anvil work Ada (a smith with a press and a locker), Bo and Cy, whose boss is Ada; at Bolt works Dee; Cog has nobody. */
abstract class FirmTest extends DatabaseTest {
    static final ColumnAttribute<Company, String> COMPANY_NAME =
            ColumnAttribute.of(Company.class, "name", String.class);
    static final CollectionAttribute<Company, Worker> WORKERS =
            CollectionAttribute.of(Company.class, "workers", Worker.class);
    static final ColumnAttribute<Worker, Integer> WORKER_ID = ColumnAttribute.of(Worker.class, "id", Integer.class);
    static final ColumnAttribute<Worker, String> WORKER_NAME = ColumnAttribute.of(Worker.class, "name", String.class);
    static final ReferenceAttribute<Worker, Company> COMPANY =
            ReferenceAttribute.of(Worker.class, "company", Company.class);
    static final ReferenceAttribute<Worker, Worker> BOSS = ReferenceAttribute.of(Worker.class, "boss", Worker.class);
    static final CollectionAttribute<Worker, Machine> MACHINES =
            CollectionAttribute.of(Worker.class, "machines", Machine.class);
    static final ReferenceAttribute<Worker, Locker> LOCKER =
            ReferenceAttribute.of(Worker.class, "locker", Locker.class);
    static final ColumnAttribute<Smith, String> METAL = ColumnAttribute.of(Smith.class, "metal", String.class);
    static final ColumnAttribute<Machine, String> LABEL = ColumnAttribute.of(Machine.class, "label", String.class);
    static final ColumnAttribute<Press, Integer> TONS = ColumnAttribute.of(Press.class, "tons", Integer.class);
    static final ColumnAttribute<Locker, Integer> NUMBER = ColumnAttribute.of(Locker.class, "number", Integer.class);

    FirmTest() {
        super(Firm.ALL);
    }

    @BeforeEach
    void givenTwoCompanies() {
        elsewhere(s -> {
            Smith ada = new Smith("Ada", "iron");
            ada.machines.add(new Press("P1", 7));
            ada.locker = new Locker(11);
            Smith bo = new Smith("Bo", "gold");
            bo.machines.add(new Lathe("L1", 300));
            Clerk cy = new Clerk("Cy", "west");
            bo.boss = ada;
            cy.boss = ada;
            s.addAll(List.of(
                    new Company("Anvil", ada, bo, cy),
                    new Company("Bolt", new Smith("Dee", "iron")),
                    new Company("Cog")));
        });
        statements.clear();
    }

    static List<String> names(Query<Worker> query) {
        return query.orderBy(WORKER_NAME).list().stream()
                .map(worker -> worker.name)
                .toList();
    }

    static List<String> companies(Query<Company> query) {
        return query.orderBy(COMPANY_NAME).list().stream()
                .map(company -> company.name)
                .toList();
    }

    Query<Worker> workers() {
        return session.query(Worker.class);
    }

    Query<Company> companies() {
        return session.query(Company.class);
    }

    Worker worker(String name) {
        return workers().where(WORKER_NAME.eq(name)).one();
    }
}
