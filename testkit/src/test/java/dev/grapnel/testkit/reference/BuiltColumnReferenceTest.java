package dev.grapnel.testkit.reference;

import dev.grapnel.sql.Registry;
import dev.grapnel.sql.mapping.builder.EntityMapping;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A reference to a column that a program names on")
class BuiltColumnReferenceTest extends ColumnReferenceContract {
    @Override
    protected Registry map() {
        return Registry.of(
                EntityMapping.of(Country.class, m -> {
                    m.table("country");
                    m.id(Country::getId).identity();
                    m.value(Country::getCode).length(2).unique();
                    m.toMany(Country::getCities).mappedBy(City::getCountry).orderBy("name");
                    m.toMany(Country::getRivers).column("country_code", "code");
                    m.manyToMany(Country::getLanguages)
                            .table("spoken")
                            .ownColumn("country_code", "code")
                            .targetColumn("language_name", "name");
                }),
                EntityMapping.of(City.class, m -> {
                    m.table("city");
                    m.id(City::getId).identity();
                    m.value(City::getName).length(40);
                    m.toOne(City::getCountry).column("country_code", "code");
                }),
                EntityMapping.annotated(River.class),
                EntityMapping.annotated(Language.class));
    }
}
