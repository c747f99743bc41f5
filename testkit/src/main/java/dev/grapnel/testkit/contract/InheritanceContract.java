package dev.grapnel.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.Session;
import dev.grapnel.testkit.contract.Hierarchies.Concrete;
import dev.grapnel.testkit.contract.Hierarchies.ConcretePart;
import dev.grapnel.testkit.contract.Hierarchies.Joined;
import dev.grapnel.testkit.contract.Hierarchies.JoinedPart;
import dev.grapnel.testkit.contract.Hierarchies.Single;
import dev.grapnel.testkit.contract.Hierarchies.SinglePart;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The three ways to keep a hierarchy of classes. It uses the tables {@code contract_single}, {@code contract_joined},
 * {@code contract_joined_part}, {@code contract_concrete} and {@code contract_concrete_part}.
 */
public abstract class InheritanceContract extends ContractCase {

    /** For subclasses. */
    protected InheritanceContract() {}

    @Override
    Class<?>[] entities() {
        return Hierarchies.ENTITIES;
    }

    @Test
    void classesOfOneTableAreToldApart() {
        try (Session session = open()) {
            session.add(new Single(1));
            SinglePart part = new SinglePart(2);
            part.name = "two";
            part.more = "parts";
            session.add(part);
            session.commit();
        }
        try (Session session = open()) {
            assertThat(session.query(Single.class).list()).hasSize(2);
            SinglePart part = session.query(SinglePart.class).one();
            assertThat(part.more).isEqualTo("parts");
            session.delete(part);
            session.commit();
            assertThat(session.query(Single.class).list()).hasSize(1);
        }
    }

    @Test
    void classesOfSeveralTablesAreJoined() {
        try (Session session = open()) {
            session.add(new Joined(1));
            JoinedPart part = new JoinedPart(2);
            part.name = "two";
            part.more = "parts";
            session.add(part);
            session.commit();
        }
        try (Session session = open()) {
            JoinedPart part = (JoinedPart) Objects.requireNonNull(session.get(Joined.class, 2));
            assertThat(part.more).isEqualTo("parts");
            part.name = "zwei";
            part.more = null;
            session.commit();
        }
        try (Session session = open()) {
            JoinedPart part = session.query(JoinedPart.class).one();
            assertThat(part.name).isEqualTo("zwei");
            assertThat(part.more).isNull();
            session.delete(part);
            session.commit();
            assertThat(session.query(Joined.class).list()).hasSize(1);
        }
    }

    @Test
    void classesWithATableEachAreReadTogether() {
        try (Session session = open()) {
            session.add(new Concrete(1));
            ConcretePart part = new ConcretePart(2);
            part.name = "two";
            part.more = "parts";
            session.add(part);
            session.commit();
        }
        try (Session session = open()) {
            assertThat(session.query(Concrete.class).list()).hasSize(2);
            ConcretePart part = (ConcretePart) Objects.requireNonNull(session.get(Concrete.class, 2));
            assertThat(part.more).isEqualTo("parts");
            part.name = "zwei";
            session.commit();
            session.delete(part);
            session.commit();
            assertThat(session.query(Concrete.class).list()).hasSize(1);
        }
    }
}
