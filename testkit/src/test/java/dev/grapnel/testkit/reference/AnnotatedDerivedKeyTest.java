package dev.grapnel.testkit.reference;

import dev.grapnel.sql.Registry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A key that an annotation takes from a reference on")
class AnnotatedDerivedKeyTest extends DerivedKeyContract {
    @Override
    protected Registry map() {
        return Registry.of(Country.class, City.class, River.class, Language.class, Flag.class, Region.class);
    }
}
