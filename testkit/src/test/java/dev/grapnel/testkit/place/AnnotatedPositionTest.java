package dev.grapnel.testkit.place;

import dev.grapnel.sql.Registry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A list whose positions an annotation keeps on")
class AnnotatedPositionTest extends PositionContract {
    @Override
    protected Registry map() {
        return Registry.of(Album.class, Track.class, Photo.class, Genre.class);
    }
}
