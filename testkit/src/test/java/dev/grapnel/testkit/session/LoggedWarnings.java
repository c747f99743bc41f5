package dev.grapnel.testkit.session;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The warnings that a class logs while this is open. */
final class LoggedWarnings extends Handler implements AutoCloseable {
    private final Logger logger;
    private final List<String> messages = new ArrayList<>();

    private LoggedWarnings(Logger logger) {
        this.logger = logger;
        logger.addHandler(this);
    }

    static LoggedWarnings of(Class<?> source) {
        return new LoggedWarnings(Logger.getLogger(source.getName()));
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getLevel() == Level.WARNING) {
            messages.add(logged.getMessage());
        }
    }

    @Override
    public void flush() {
        // nothing waits
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
