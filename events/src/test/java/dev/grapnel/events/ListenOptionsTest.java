package dev.grapnel.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListenOptionsTest {
    @Test
    void modifiersAddUp() {
        ListenOptions all = ListenOptions.NONE
                .withOnce()
                .withFirst()
                .withPropagate(true)
                .withActiveHistory()
                .withRestoreLoadContext();

        assertThat(all).isEqualTo(new ListenOptions(true, true, true, true, true));
    }

    @Test
    void propagateCanBeTakenBack() {
        assertThat(ListenOptions.NONE.withPropagate(true).withPropagate(false)).isEqualTo(ListenOptions.NONE);
    }

    @Test
    void whoFiresReadsTheModifiersOfEachRegistration() {
        Dispatch dispatch = Dispatch.of(SampleEvents.CATALOG, "target", null);
        dispatch.listen(SampleEvents.PING, e -> {}, ListenOptions.NONE.withRestoreLoadContext());

        assertThat(dispatch.listeners(SampleEvents.PING).snapshot())
                .singleElement()
                .satisfies(registration -> {
                    assertThat(registration.options().restoreLoadContext()).isTrue();
                    assertThat(registration.key()).isSameAs(SampleEvents.PING);
                });
    }
}
