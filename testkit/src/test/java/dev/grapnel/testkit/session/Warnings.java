package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The warnings that the library logs while this is open. */
final class Warnings extends Handler implements AutoCloseable {
    private static final Logger LIBRARY = Logger.getLogger("dev.grapnel"); // held: loggers are collected otherwise

    private final List<String> messages = new ArrayList<>();

    private Warnings() {
        LIBRARY.addHandler(this);
    }

    static Warnings listen() {
        return new Warnings();
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    /** Fails unless there was exactly one, with these pieces in this order. */
    void assertOne(String... pieces) {
        assertThat(messages).as("warnings").singleElement().asString().containsSubsequence(pieces);
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
            messages.add(new SimpleFormatter().formatMessage(logged));
        }
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        LIBRARY.removeHandler(this);
    }
}
