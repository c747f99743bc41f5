package dev.grapnel.conformance.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.core.error.InvalidRequestException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The category of an error")
class ErrorCategoriesTest {

    @Test
    void isThatOfTheLibrarysCode() {
        assertThat(ErrorCategories.of(new InvalidRequestException("no"))).isEqualTo("invalid_request");
        assertThat(ErrorCategories.of(new IntegrityException("no", null))).isEqualTo("integrity_error");
    }

    @Test
    void isTheFormatsForExceptionsOfTheRunner() {
        assertThat(ErrorCategories.of(new RaisedException("L1"))).isEqualTo("listener_error");
        assertThat(ErrorCategories.of(new UnboundException("u1"))).isEqualTo("unbound");
    }

    @Test
    void isFoundThroughTheSuperclass() {
        assertThat(ErrorCategories.of(new NoSuchElementException("none"))).isEqualTo("no_such_element");
        assertThat(ErrorCategories.of(new ArrayIndexOutOfBoundsException(1))).isEqualTo("no_such_element");
    }

    @Test
    void namesWhatNoCategoryIsFor() {
        assertThat(ErrorCategories.of(new UnsupportedOperationException("odd")))
                .isEqualTo("unexpected UnsupportedOperationException: odd");
    }
}
