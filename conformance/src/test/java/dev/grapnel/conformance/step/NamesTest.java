package dev.grapnel.conformance.step;

import static dev.grapnel.conformance.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.conformance.trace.Labels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Names and values in steps")
class NamesTest {

    private final Names names = new Names(new Labels());
    private final Object user = new Object();

    private Object value(String json) {
        return names.value(json(json), null);
    }

    @Test
    void standForWhatWasBound() {
        names.bind("u1", user);

        assertThat(value("'@u1'")).isSameAs(user);
        assertThat(value("['@u1', 'text', 3, true, null]")).asList().containsExactly(user, "text", 3, true, null);
    }

    @Test
    void knowSetsAndMaps() {
        assertThat(value("{'set': [2, 1]}")).isInstanceOf(Set.class).isEqualTo(Set.of(1, 2));
        assertThat(((Map<?, ?>) value("{'map': {'b': 1, 'a': 2}}")).keySet().toArray())
                .containsExactly("a", "b");
    }

    @Test
    void reckonWithTexts() {
        assertThat(value("{'upper': 'abc'}")).isEqualTo("ABC");
        assertThat(value("{'concat': ['a', {'upper': 'b'}, 1]}")).isEqualTo("aB1");
    }

    @Test
    void areRefusedIfNothingWasBound() {
        assertThatThrownBy(() -> value("'@nobody'")).isInstanceOf(UnboundException.class);
        assertThatThrownBy(() -> names.object("nobody", null)).isInstanceOf(UnboundException.class);
    }

    @Test
    void areFreeAgainWhenBoundToNothing() {
        names.bind("u1", user);
        names.bind("u1", null);

        assertThatThrownBy(() -> names.object("u1", null)).isInstanceOf(UnboundException.class);
    }

    @Test
    void giveConstructorArgumentsInAlphabeticalOrder() {
        assertThat(List.copyOf(names.values(json("{'name': 'x', 'addresses': []}"), null)
                        .keySet()))
                .containsExactly("addresses", "name");
    }
}
