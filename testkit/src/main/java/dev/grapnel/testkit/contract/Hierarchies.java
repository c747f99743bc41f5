package dev.grapnel.testkit.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The entities of {@link InheritanceContract}. */
final class Hierarchies {
    static final Class<?>[] ENTITIES = {
        Single.class, SinglePart.class, Joined.class, JoinedPart.class, Concrete.class, ConcretePart.class
    };

    private Hierarchies() {}

    /** One table for the hierarchy. */
    @Entity
    @Table(name = "contract_single")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class Single {
        @Id
        int id;

        @Nullable String name;

        Single(int id) {
            this.id = id;
        }
    }

    @Entity
    static class SinglePart extends Single {
        @Column(name = "more")
        @Nullable String more;

        SinglePart(int id) {
            super(id);
        }
    }

    /** A table for what each class adds. */
    @Entity
    @Table(name = "contract_joined")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Joined {
        @Id
        int id;

        @Nullable String name;

        Joined(int id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "contract_joined_part")
    static class JoinedPart extends Joined {
        @Column(name = "more")
        @Nullable String more;

        JoinedPart(int id) {
            super(id);
        }
    }

    /** A table for all of each class. */
    @Entity
    @Table(name = "contract_concrete")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Concrete {
        @Id
        int id;

        @Nullable String name;

        Concrete(int id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "contract_concrete_part")
    static class ConcretePart extends Concrete {
        @Column(name = "more")
        @Nullable String more;

        ConcretePart(int id) {
            super(id);
        }
    }
}
