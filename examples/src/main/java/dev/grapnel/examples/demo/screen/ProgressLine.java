package dev.grapnel.examples.demo.screen;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that is redrawn in place, for a terminal. */
final class ProgressLine implements Progress {
    private final ProgressBar bar;

    ProgressLine(String task, long steps) {
        this.bar = new ProgressBarBuilder()
                .setTaskName("   " + task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setMaxRenderedLength(79)
                .build();
    }

    @Override
    public void stepBy(long steps) {
        bar.stepBy(steps);
    }

    @Override
    public void close() {
        bar.close();
    }
}
