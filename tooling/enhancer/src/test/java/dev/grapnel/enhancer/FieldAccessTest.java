package dev.grapnel.enhancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.state.Enhanced;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.Recorder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FieldAccessTest {

    @BeforeEach
    void forgetEarlierCalls() {
        Recorder.reset();
    }

    @Test
    void fieldInitializersRunAfterInit() {
        Fixture shop = Fixture.enhanced("@Entity class Cart { int count = 3; List<String> items = new ArrayList<>(); }");
        Recorder.stateOfNewObjects = InstanceState::new;

        Enhanced cart = shop.createEnhanced("Cart");

        assertThat(Recorder.calls).containsExactly("begin Cart", "initialize count=3", "initialize items=[]");
        assertThat(cart.$grapnel$getInt(0)).isEqualTo(3);
    }
}
