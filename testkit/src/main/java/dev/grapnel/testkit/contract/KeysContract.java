package dev.grapnel.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.Session;
import dev.grapnel.testkit.contract.KeyKinds.Counted;
import dev.grapnel.testkit.contract.KeyKinds.Drawn;
import dev.grapnel.testkit.contract.KeyKinds.Placed;
import dev.grapnel.testkit.contract.KeyKinds.Random;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Keys that the database counts, that a row of a table counts, that the program draws or says. It uses the tables {@code contract_counted},
 * {@code contract_drawn}, {@code contract_counter}, {@code contract_random} and {@code contract_placed}.
 */
public abstract class KeysContract extends ContractCase {
    private static final int MANY = 40;

    /** For subclasses. */
    protected KeysContract() {}

    @Override
    Class<?>[] entities() {
        return KeyKinds.ENTITIES;
    }

    @Test
    void rowsWithoutAnyValueGetCountedKeys() {
        try (Session session = open()) {
            List<Object> keys = new ArrayList<>();
            List<Object> added = new ArrayList<>();
            for (int at = 0; at < MANY; at++) {
                added.add(new Counted());
            }
            session.addAll(added);
            session.commit();
            added.forEach(one -> keys.add(Objects.requireNonNull(((Counted) one).id)));

            assertThat(keys).doesNotHaveDuplicates();
            assertThat(session.query(Counted.class).list()).hasSize(MANY);
        }
    }

    @Test
    void keysOfACounterAreTakenInBlocks() {
        try (Session session = open()) {
            List<Object> keys = new ArrayList<>();
            List<Object> added = new ArrayList<>();
            for (int at = 0; at < MANY; at++) {
                added.add(new Drawn());
            }
            session.addAll(added);
            session.commit();
            added.forEach(one -> keys.add(Objects.requireNonNull(((Drawn) one).id)));

            assertThat(keys).doesNotHaveDuplicates().contains(1L, (long) MANY);
        }
    }

    @Test
    void drawnKeysAreFoundAgain() {
        Object key;
        try (Session session = open()) {
            Random random = new Random();
            session.add(random);
            session.commit();
            key = Objects.requireNonNull(random.id);
        }

        try (Session session = open()) {
            assertThat(session.get(Random.class, key)).isNotNull();
        }
    }

    @Test
    void keysOfTwoPartsAreFoundAgain() {
        try (Session session = open()) {
            session.add(new Placed("top", 1));
            session.add(new Placed("top", 2));
            session.commit();
        }

        try (Session session = open()) {
            Placed found = Objects.requireNonNull(session.get(Placed.class, "top", 2));
            found.thing = "vase";
            session.commit();
            assertThat(session.get(Placed.class, "low", 2)).isNull();
        }
    }
}
