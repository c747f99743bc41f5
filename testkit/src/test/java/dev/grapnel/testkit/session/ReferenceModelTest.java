package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.session.Instance;
import dev.grapnel.testkit.session.Mail.Letter;
import dev.grapnel.testkit.session.Mail.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random operations on one reference: whatever was loaded, expired or deleted, it refers to what was assigned last, and so does the row. */
@EveryDatabase
@DisplayName("Random operations on a reference")
class ReferenceModelTest extends MailTest {
    private static final int STEPS = 80;

    private final List<String> log = new ArrayList<>();
    private List<Office> offices;
    private Letter letter;
    private Office expected;
    private Office row;
    private Office committed;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void leaveItAsTheModelSays(long seed) {
        Random random = new Random(seed);
        begin();
        for (int step = 0; step < STEPS; step++) {
            operate(random);
            if (random.nextBoolean()) {
                assertThat(letter.origin).as("seed %d, %s", seed, log).isSameAs(expected);
            }
            if (!session.isModified(letter)) {
                assertThat(direct().fetchValue("select origin_city from letter"))
                        .as("seed %d, row after %s", seed, log)
                        .isEqualTo(key(row));
            }
        }
    }

    private void begin() {
        elsewhere(s -> List.of("a", "b", "c").forEach(city -> s.add(new Office(city))));
        letter = givenLetter();
        offices = session.query(Office.class).list();
    }

    private static Object key(Office office) {
        return office == null ? null : Instance.of(office).key().part(0);
    }

    private void operate(Random random) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> assign(offices.get(random.nextInt(offices.size())));
            case 3 -> assign(null);
            case 4 -> did("clear", () -> Instance.of(letter).clear(ORIGIN), null);
            case 5 -> did("expire", () -> session.expire(letter), row);
            case 6 -> did("refresh", () -> session.refresh(letter), row);
            case 7 -> flushed("commit", () -> session.commit(), true);
            case 8 -> rolledBack();
            default -> flushed("flush", () -> session.flush(), false);
        }
    }

    private void assign(Office office) {
        did("set " + key(office), () -> letter.origin = office, office);
    }

    private void did(String what, Runnable operation, Office after) {
        log.add(what);
        operation.run();
        expected = after;
    }

    private void flushed(String what, Runnable operation, boolean commits) {
        did(what, operation, expected);
        row = expected;
        committed = commits ? row : committed;
    }

    private void rolledBack() {
        did("rollback", () -> session.rollback(), committed);
        row = committed;
    }
}
