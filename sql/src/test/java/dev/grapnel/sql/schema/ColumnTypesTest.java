package dev.grapnel.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.ReflectionSupport;

@DisplayName("The column type of a Java type")
class ColumnTypesTest {
    @ParameterizedTest
    @EnumSource(PlainType.class)
    void isFoundForEachClassThatIsCalledPlain(PlainType type) throws Exception {
        for (String name : type.names()) {
            Class<?> named = ReflectionSupport.tryToLoadClass(name).get();
            assertThat(ColumnTypes.isKnown(named)).isTrue();
            assertThat(ColumnTypes.find(named)).as(name).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                String.class,
                byte[].class,
                BigDecimal.class,
                TimeUnit.class,
                int[].class,
                Locale[].class,
                String[].class,
                TimeUnit[].class
            })
    void isFoundForThoseWhoseSizeTheMappingTells(Class<?> type) {
        assertThat(ColumnTypes.isKnown(type)).isTrue();
        assertThat(ColumnTypes.find(type)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(classes = {Object.class, Thread.class, List.class, char[].class, int[][].class, Thread[].class})
    void isNotFoundForOthers(Class<?> type) {
        assertThat(ColumnTypes.isKnown(type)).isFalse();
        assertThat(ColumnTypes.find(type)).isNull();
    }
}
