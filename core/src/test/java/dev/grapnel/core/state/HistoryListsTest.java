package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lists of a history")
class HistoryListsTest {
    private final History<String> full = new History<>(List.of("new"), List.of("kept"), List.of("gone"));

    @Test
    void addUpToWhatIsThereNow() {
        assertThat(full.sum()).containsExactly("new", "kept");
        assertThat(new History<>(List.of("new"), List.of(), List.of("gone")).sum())
                .containsExactly("new");
        assertThat(new History<>(List.of(), List.of("kept"), List.of()).sum()).containsExactly("kept");
    }

    @Test
    void addUpToWhatWasThereBefore() {
        assertThat(full.before()).containsExactly("kept", "gone");
        assertThat(new History<>(List.of("new"), List.of(), List.of("gone")).before())
                .containsExactly("gone");
    }

    @Test
    void areAChangeWhenSomethingCameOrWent() {
        assertThat(new History<>(List.of("new"), List.of(), List.of()).hasChanges())
                .isTrue();
        assertThat(new History<>(List.of(), List.of(), List.of("gone")).hasChanges())
                .isTrue();
        assertThat(new History<>(List.of(), List.of("kept"), List.of()).hasChanges())
                .isFalse();
    }

    @Test
    void areEmptyWhenNothingIsKnown() {
        assertThat(History.BLANK.isEmpty()).isTrue();
        assertThat(new History<>(List.of(), List.of("kept"), List.of()).isEmpty())
                .isFalse();
        assertThat(new History<>(List.of("new"), List.of(), List.of()).isEmpty())
                .isFalse();
    }

    @Test
    void holdNullAsAValue() {
        History<Object> toNull = new History<>(History.one(null), List.of(), List.of());

        assertThat(toNull.hasChanges()).isTrue();
        assertThat(toNull.sum()).hasSize(1).containsOnlyNulls();
    }
}
