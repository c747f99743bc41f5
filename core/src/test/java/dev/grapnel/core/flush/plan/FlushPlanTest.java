package dev.grapnel.core.flush.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.CircularDependencyException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A plan")
class FlushPlanTest {
    @Test
    @Tag("U-4")
    void refusesACircleAndNamesWhatIsInIt() {
        FlushPlan plan = new FlushPlan(List.of(), List.of(new Action.SaveSome(null, List.of())));

        assertThatThrownBy(plan::requireNoCircle)
                .isInstanceOf(CircularDependencyException.class)
                .hasMessage(
                        "Cannot order the rows of this flush: they depend on each other in a circle: "
                                + "[SaveSome[base=null, states=[]]]"
                                + ". Break the circle by declaring one of the relationships with post-update. [CIRCULAR_DEPENDENCY]");
    }

    @Test
    void isAcceptedIfAllHasAPlace() {
        assertThatCode(new FlushPlan(List.of(), List.of())::requireNoCircle).doesNotThrowAnyException();
    }
}
