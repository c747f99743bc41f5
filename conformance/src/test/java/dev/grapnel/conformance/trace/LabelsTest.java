package dev.grapnel.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.conformance.model.shop.Item;
import dev.grapnel.conformance.model.shop.User;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Labels")
class LabelsTest {

    private final Labels labels = new Labels();

    private static User user() {
        return new User(Map.of());
    }

    @Test
    void countObjectsWithoutIdentityByClass() {
        assertThat(labels.of(user())).isEqualTo("User+1");
        assertThat(labels.of(new Item(Map.of()))).isEqualTo("Item+1");
        assertThat(labels.of(user())).isEqualTo("User+2");
    }

    @Test
    void neverChange() {
        User user = user();
        labels.of(user);

        assertThat(labels.of(user)).isEqualTo("User+1");
    }

    @Test
    void ofObjectsBeingConstructedAreThoseTheStepGives() {
        labels.beginConstruction("u1", User.class);
        User user = user();

        assertThat(labels.of(user)).isEqualTo("u1");
        labels.endConstruction(user);
        assertThat(labels.of(user)).isEqualTo("u1");
    }

    @Test
    void ofOthersMetDuringAConstructionAreTheirOwn() {
        labels.beginConstruction("u1", User.class);

        assertThat(labels.of(new Item(Map.of()))).isEqualTo("Item+1");
        labels.endConstruction(user());
        assertThat(labels.find("u1")).isInstanceOf(User.class);
    }

    @Test
    void thatAreTakenGetANumber() {
        labels.beginConstruction("u1", User.class);
        labels.endConstruction(user());
        User second = user();
        labels.beginConstruction("u1", User.class);
        labels.endConstruction(second);

        assertThat(labels.of(second)).isEqualTo("u1~2");
    }
}
