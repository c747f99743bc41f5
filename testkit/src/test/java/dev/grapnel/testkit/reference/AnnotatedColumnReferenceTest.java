package dev.grapnel.testkit.reference;

import dev.grapnel.sql.Registry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A reference to a column that an annotation names on")
class AnnotatedColumnReferenceTest extends ColumnReferenceContract {
    @Override
    protected Registry map() {
        return Registry.of(Country.class, City.class, River.class, Language.class);
    }
}
