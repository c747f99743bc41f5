package dev.grapnel.core.flush.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.Thing;
import dev.grapnel.core.state.InstanceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a plan knows of objects")
class ParticipantsTest {
    private final Participants plan = new Participants();
    private final Participants other = new Participants();
    private ClassManager manager;
    private Thing thing;
    private InstanceState state;

    @BeforeEach
    void makeThing() {
        manager = Thing.manage();
        thing = new Thing("thing");
        state = ClassManager.requireState(thing);
    }

    @AfterEach
    void release() {
        manager.release();
    }

    @Test
    void isFoundAgain() {
        assertThat(plan.find(state)).isNull();

        Participant known = plan.lookAt(state);

        assertThat(plan.lookAt(state)).isSameAs(known);
        assertThat(plan.findRegistered(state)).isNull();
    }

    @Test
    void isNotWhatAnotherPlanKnowsOfTheSameObject() {
        Participant known = plan.lookAt(state);

        assertThat(other.find(state)).isNull();
        assertThat(other.lookAt(state)).isNotSameAs(known).isSameAs(other.lookAt(state));
        assertThat(plan.find(state)).isSameAs(known);
    }

    @Test
    void isForgottenWithThePlan() {
        plan.lookAt(state);

        plan.release();

        assertThat(plan.find(state)).isNull();
        assertThat(state.work()).isNull();
    }

    @Test
    void staysWhenAnotherPlanEnds() {
        Participant known = plan.lookAt(state);
        other.lookAt(state);

        other.release();

        assertThat(plan.find(state)).isSameAs(known);
    }
}
