package dev.grapnel.testkit.place;

import dev.grapnel.sql.Registry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A map whose keys an annotation keeps on")
class AnnotatedMapKeyTest extends MapKeyContract {
    @Override
    protected Registry map() {
        return Registry.of(House.class, Room.class, Lamp.class, Person.class, Floor.class);
    }
}
