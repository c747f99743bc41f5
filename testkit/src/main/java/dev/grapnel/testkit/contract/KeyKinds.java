package dev.grapnel.testkit.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entities of {@link KeysContract} and of {@link SequencesContract}. */
final class KeyKinds {
    static final Class<?>[] ENTITIES = {Counted.class, Drawn.class, Random.class, Placed.class};
    static final Class<?>[] SEQUENCED = {Sequenced.class};

    private KeyKinds() {}

    /** The database counts. */
    @Entity
    @Table(name = "contract_counted")
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Integer id;
    }

    /** A row of a table counts. */
    @Entity
    @Table(name = "contract_drawn")
    static class Drawn {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "contract_drawn")
        @TableGenerator(name = "contract_drawn", table = "contract_counter", allocationSize = 10)
        @Nullable Long id;
    }

    /** The program draws. */
    @Entity
    @Table(name = "contract_random")
    static class Random {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        @Nullable UUID id;
    }

    /** The key of a place. */
    record Place(String shelf, int position) {}

    /** The program says the key, which has two parts. */
    @Entity
    @Table(name = "contract_placed")
    @IdClass(Place.class)
    static class Placed {
        @Id
        String shelf;

        @Id
        int position;

        @Nullable String thing;

        Placed(String shelf, int position) {
            this.shelf = shelf;
            this.position = position;
        }
    }

    /** A sequence counts. */
    @Entity
    @Table(name = "contract_sequenced")
    static class Sequenced {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contract_numbers")
        @SequenceGenerator(
                name = "contract_numbers",
                sequenceName = "contract_numbers",
                initialValue = 100,
                allocationSize = 10)
        @Nullable Long id;
    }
}
