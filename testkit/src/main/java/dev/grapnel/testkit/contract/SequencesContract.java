package dev.grapnel.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.inspect.Difference;
import dev.grapnel.sql.inspect.Difference.MissingSequence;
import dev.grapnel.sql.inspect.Difference.WrongStep;
import dev.grapnel.testkit.contract.KeyKinds.Sequenced;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * Keys that a sequence counts, or a clear refusal where there are none. It uses the table {@code contract_sequenced} and the sequence
 * {@code contract_numbers}.
 */
public abstract class SequencesContract extends ContractCase {
    private static final int MANY = 25;

    /** For subclasses. */
    protected SequencesContract() {}

    @Override
    Class<?>[] entities() {
        return KeyKinds.SEQUENCED;
    }

    @Override
    void createTables(Engine engine) {
        if (engine.dialect().hasSequences()) {
            super.createTables(engine);
        } else {
            assertThatThrownBy(() -> super.createTables(engine))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("has no sequences");
        }
    }

    @Test
    void keysOfASequenceAreTakenInBlocks() {
        if (!engine().dialect().hasSequences()) {
            return;
        }
        try (Session session = open()) {
            List<Object> keys = new ArrayList<>();
            List<Object> added = new ArrayList<>();
            for (int at = 0; at < MANY; at++) {
                added.add(new Sequenced());
            }
            session.addAll(added);
            session.commit();
            added.forEach(one -> keys.add(Objects.requireNonNull(((Sequenced) one).id)));

            assertThat(keys).doesNotHaveDuplicates().contains(100L, 100L + MANY - 1);
        }
    }

    private List<Difference> differencesAfter(Consumer<DSLContext> change) {
        try (JdbcTransaction transaction = engine().begin()) {
            change.accept(transaction.connection().jooq());
            transaction.commit();
        }
        return schema().validate(engine()).differences();
    }

    @Test
    void createdSequenceDiffersInNothing() {
        if (engine().dialect().hasSequences()) {
            assertThat(differencesAfter(jooq -> {})).isEmpty();
        }
    }

    @Test
    void missingSequenceIsFound() {
        if (engine().dialect().hasSequences()) {
            assertThat(differencesAfter(jooq ->
                            jooq.dropSequence(DSL.name("contract_numbers")).execute()))
                    .containsExactly(new MissingSequence("contract_numbers"));
        }
    }

    @Test
    void sequenceThatCountsInOtherStepsIsFound() {
        if (engine().dialect().hasSequences()) {
            assertThat(differencesAfter(jooq -> {
                        jooq.dropSequence(DSL.name("contract_numbers")).execute();
                        jooq.createSequence(DSL.name("contract_numbers"))
                                .incrementBy(7)
                                .execute();
                    }))
                    .containsExactly(new WrongStep("contract_numbers", 10, 7));
        }
    }
}
