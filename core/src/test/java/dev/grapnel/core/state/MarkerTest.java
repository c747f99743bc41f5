package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Markers and flags")
class MarkerTest {

    @Test
    void standForNoValueAndNullIsAValue() {
        assertThat(Marker.is(Marker.NO_VALUE)).isTrue();
        assertThat(Marker.is(Marker.PASSIVE_NO_RESULT)).isTrue();
        assertThat(Marker.is(null)).isFalse();
        assertThat(Marker.is("NO_VALUE")).isFalse();
    }

    @Test
    void allowWhatIsWantedOnlyAltogether() {
        assertThat(Passive.allows(Passive.OFF, Passive.SQL_OK)).isTrue();
        assertThat(Passive.allows(Passive.OFF, Passive.SQL_OK | Passive.NO_RAISE))
                .isFalse();
        assertThat(Passive.allows(Passive.NO_FETCH, Passive.SQL_OK)).isFalse();
        assertThat(Passive.allows(Passive.NO_FETCH, Passive.CALLABLES_OK)).isTrue();
        assertThat(Passive.allows(Passive.NO_INITIALIZE, Passive.CALLABLES_OK)).isFalse();
    }
}
