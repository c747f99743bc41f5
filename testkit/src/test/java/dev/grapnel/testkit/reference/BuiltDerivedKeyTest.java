package dev.grapnel.testkit.reference;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.mapping.builder.EntityMapping;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A key that a program takes from a reference on")
class BuiltDerivedKeyTest extends DerivedKeyContract {
    @Override
    protected Registry map() {
        return Registry.of(
                EntityMapping.annotated(Country.class),
                EntityMapping.annotated(City.class),
                EntityMapping.annotated(River.class),
                EntityMapping.annotated(Language.class),
                EntityMapping.of(Flag.class, m -> {
                    m.table("flag");
                    m.oneToOne(Flag::getCountry).column("country_id").asId();
                    m.value(Flag::getColours).length(40);
                }),
                EntityMapping.of(Region.class, m -> {
                    m.table("region");
                    m.toOne(Region::getCountry).column("country_id").asId();
                    m.id(Region::getName).column("name").length(40);
                    m.value(Region::getPeople).column("people");
                    m.idClass(RegionKey.class);
                }));
    }
}
