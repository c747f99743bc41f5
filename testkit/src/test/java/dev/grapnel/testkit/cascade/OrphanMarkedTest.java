package dev.grapnel.testkit.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.Registry;
import dev.grapnel.testkit.domain.ModelTest;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs take a child out and delete it, though one of them would do. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("An orphan that is deleted too, on")
class OrphanMarkedTest extends ModelTest {
    @Entity
    @Table(name = "branch")
    static class Branch {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Integer id;

        @ManyToOne
        @Nullable Branch parent;

        @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Branch> branches = new ArrayList<>();
    }

    @Override
    protected Registry map() {
        return Registry.of(Branch.class);
    }

    private Integer given() {
        return inSession(session -> {
            Branch root = new Branch();
            Branch child = new Branch();
            child.branches.add(new Branch());
            root.branches.add(child);
            session.add(root);
            session.flush();
            return root.id;
        });
    }

    private List<Integer> rows() {
        return inSession(session -> session.query(Branch.class).list().stream()
                .map(branch -> branch.id)
                .toList());
    }

    /** Reading what its deletion cascades to flushes, so that it is gone already. */
    @Test
    void goesOnceWithItsChildren() {
        Integer key = given();

        inSession(session -> {
            Branch root = session.get(Branch.class, key);
            Branch child = root.branches.remove(0);
            session.delete(child);
            assertThat(session.deleted()).isEmpty();
            return null;
        });

        assertThat(rows()).containsExactly(key);
    }

    @Test
    void staysIfThatIsRolledBack() {
        Integer key = given();

        inSession(session -> {
            Branch root = session.get(Branch.class, key);
            session.delete(root.branches.remove(0));
            session.rollback();
            assertThat(root.branches).hasSize(1);
            return null;
        });

        assertThat(rows()).hasSize(3);
    }
}
