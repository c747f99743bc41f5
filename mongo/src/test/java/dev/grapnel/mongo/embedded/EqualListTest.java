package dev.grapnel.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.grapnel.mongo.AnnotatedClasses;
import dev.grapnel.mongo.ObjectState;
import dev.grapnel.mongo.ObjectStatus;
import dev.grapnel.mongo.embedded.People.Branch;
import dev.grapnel.mongo.embedded.People.Person;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("An equal list of objects that is assigned")
class EqualListTest extends AnnotatedClasses {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int OFTEN = 5000;

    EqualListTest() {
        super(Person.class);
    }

    private static long allocatedByAChangeOf(Branch branch) {
        branch.name = "before";
        long before = THREADS.getCurrentThreadAllocatedBytes();
        branch.name = "after";
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    @Tag("ODM-S4")
    void changesNothingAndIsNotRememberedByTheObjectsInIt() {
        Person person = new Person(1);
        Branch trunk = new Branch("trunk");
        Branch twig = new Branch("twig");
        trunk.branches.add(twig);
        person.tree = trunk;
        session.save(person);
        session.flush();

        for (int time = 0; time < OFTEN; time++) {
            trunk.branches = List.of(twig);
        }

        assertThat(ObjectState.of(person).status()).isEqualTo(ObjectStatus.CLEAN);
        assertThat(allocatedByAChangeOf(twig)).isLessThan(4L * OFTEN);
    }
}
