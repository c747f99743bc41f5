package dev.grapnel.sql.bulk;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.session.StatementKind;
import dev.grapnel.core.session.option.ExecutionOptions;
import dev.grapnel.sql.mapping.TableMapper;
import java.util.List;

/**
 * A statement that writes rows of a class past the unit of work. Immutable. A listener to {@code do_orm_execute} finds it in
 * {@link dev.grapnel.sql.WriteState#statement()}.
 */
public abstract sealed class SetBasedStatement permits BulkInsert, BulkUpdate, BulkDelete, KeyedUpdate {
    final BulkSession session;
    final TableMapper mapper;
    final ExecutionOptions options;

    SetBasedStatement(BulkSession session, TableMapper mapper, ExecutionOptions options) {
        this.session = session;
        this.mapper = mapper;
        this.options = options;
    }

    // ---- what it is ----

    /** What it does. */
    public abstract StatementKind kind();

    /** The class. */
    public final Class<?> entity() {
        return mapper.type();
    }

    /** What is said about its running. */
    public ExecutionOptions execution() {
        return options;
    }

    /** Whether it has a list of rows, each with values of its own. */
    public abstract boolean hasRows();

    /** How objects in memory follow, if no option says otherwise. */
    public abstract Synchronize synchronize();

    abstract boolean flushesBefore();

    // ---- how it runs ----

    /** Runs it as it is; gives the number of rows. */
    abstract int write(ExecutionOptions running);

    /** Runs it as it is; gives objects of the rows. */
    List<?> writeReturning(ExecutionOptions running) {
        throw new InvalidRequestException("Cannot take objects from " + this
                + ", which a listener put in place of another statement: it gives a number of rows alone.");
    }

    /** Has it pass through the session, where listeners may put another one in its place. */
    final int send() {
        Sent sent = new Sent(this);
        return session.exclusively(() -> session.announced(
                announcement(sent, false), running -> sent.statement().write(running)));
    }

    final List<?> sendReturning() {
        Sent sent = new Sent(this);
        return session.exclusively(() -> session.announced(
                announcement(sent, true), running -> sent.statement().writeReturning(running)));
    }

    private Announcement announcement(Sent sent, boolean rows) {
        return new Announcement(kind(), mapper, rows, flushesBefore(), execution(), sent);
    }

    @Override
    public String toString() {
        return kind() + " of " + mapper.type().getSimpleName();
    }
}
