package dev.grapnel.benchmarks.workloads.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.benchmarks.workloads.measure.Figure.Measure;
import org.junit.jupiter.api.Test;

final class PrintedLinesTest {
    @Test
    void aFigureIsReadAsItWasPrinted() {
        Figure figure = Figure.of("W1", Measure.MILLIS, 1.25).inTurn(3);

        assertThat(Figure.parse(figure.toLine())).contains(figure);
        assertThat(Turn.parse(figure.toLine())).isEmpty();
    }

    @Test
    void aReasonIsReadOnOneLine() {
        Figure figure = Figure.without("W1", Measure.FAILED, "It\nfailed.");

        assertThat(figure.remark()).isEqualTo("It failed.");
        assertThat(Figure.parse(figure.toLine())).contains(figure);
    }

    @Test
    void aTurnIsReadAsItWasPrinted() {
        Turn turn = new Turn(3, 90);

        assertThat(Turn.parse(turn.toLine())).contains(turn);
        assertThat(Figure.parse(turn.toLine())).isEmpty();
    }

    @Test
    void whatLibrariesPrintIsNeither() {
        assertThat(Turn.parse("turn around")).isEmpty();
        assertThat(Figure.parse("figure it out")).isEmpty();
    }
}
