package dev.grapnel.core.session;

/** The switch of the flush before queries (rules S-18, U-28 to U-31). */
final class Autoflush {
    private final FlushCycle cycle;
    private boolean on;

    Autoflush(FlushCycle cycle, boolean on) {
        this.cycle = cycle;
        this.on = on;
    }

    boolean isOn() {
        return on;
    }

    void on(boolean wanted) {
        this.on = wanted;
    }

    /** Switches it off, and says what it was. */
    boolean off() {
        boolean before = on;
        on = false;
        return before;
    }

    /** Flushes if that is switched on and no flush is under way. */
    void now(Session session) {
        if (on && !cycle.isRunning()) {
            try {
                session.flush();
            } catch (RuntimeException failure) {
                failure.addSuppressed(new AutoflushNote());
                throw failure;
            }
        }
    }
}
