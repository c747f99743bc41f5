package dev.grapnel.conformance.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.error.IntegrityException;
import dev.grapnel.core.error.InvalidRequestException;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
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
    void isTheDatabasesForDirectStatements() {
        assertThat(ErrorCategories.of(new IntegrityConstraintViolationException("foreign key", new SQLException())))
                .isEqualTo("integrity_error");
        assertThat(ErrorCategories.of(new DataAccessException("no such table"))).isEqualTo("database_error");
    }

    @Test
    void namesWhatNoCategoryIsFor() {
        assertThat(ErrorCategories.of(new UnsupportedOperationException("odd")))
                .isEqualTo("unexpected UnsupportedOperationException: odd");
    }
}
