package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.CircularDependencyException;
import dev.grapnel.testkit.session.Tree.Node;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** New rows of which each needs the key of the next. */
@EveryDatabase
@DisplayName("Rows in a circle on")
class CircleOfRowsTest extends DatabaseTest {
    CircleOfRowsTest() {
        super(Node.class);
    }

    @BeforeEach
    void addAParentOfItselfAndAnother() {
        Node own = new Node("own");
        own.children.add(own);
        session.addAll(List.of(own, new Node("free")));
    }

    @Test
    @Tag("U-4")
    void areRefusedWhenTheOthersAreWritten() {
        assertThatThrownBy(session::flush)
                .isInstanceOf(CircularDependencyException.class)
                .hasMessageContaining("they depend on each other in a circle");

        statements.assertStatements("INSERT node");
    }

    @Test
    void takeTheOthersBackWithThem() {
        assertThatThrownBy(session::flush).isInstanceOf(CircularDependencyException.class);
        session.rollback();

        assertThat(rows("node")).isZero();
    }
}
