package dev.grapnel.filters;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.WriteState;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.load.LoadOptions.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.Field;

/**
 * Deletes objects by a mark: the row stays, and is not seen any more.
 *
 * <pre>{@code
 * SoftDelete<Note, Instant> softDelete = SoftDelete.by(Note_.deletedAt, clock::instant);
 * softDelete.on(sessions);
 *
 * session.delete(note);                                 // UPDATE note SET deleted_at = …
 * session.query(Note.class).list();                     // WHERE deleted_at IS NULL, as do all loads of notes
 * try (Scope all = softDelete.showDeleted(session)) {
 *     softDelete.restore(session.getOne(Note.class, 7));
 * }
 * }</pre>
 *
 * <p>The attribute is null for all that is alive. It may be declared in a mapped superclass: then all its subclasses are deleted so. A
 * deletion is an ordinary change of an object, with {@code before_update} and not {@code before_delete}, and a rollback undoes it. Deleting
 * still cascades to related objects as mapped; those of other classes lose their rows.
 *
 * <p>An UPDATE by statement does not meet what is deleted either, unless it names rows by their keys or runs within {@link #showDeleted}.
 *
 * <p>An object that is in memory stays there, and {@code get} finds it. A row that would be removed for good all the same is refused with
 * an error: an orphan ({@code orphanRemoval}), and a DELETE by statement. {@link #removeRows} allows it.
 *
 * <p>Immutable and safe to use from any thread.
 *
 * @param <T> the class
 * @param <V> the type of the mark
 */
public final class SoftDelete<T, V> {
    private final ColumnAttribute<T, V> attribute;
    private final Supplier<? extends V> mark;
    private final FilteredClasses classes;
    private final Criterion alive;
    private final Object shown = new Object();
    private final Object removing = new Object();

    private SoftDelete(ColumnAttribute<T, V> attribute, Supplier<? extends V> mark) {
        this.attribute = attribute;
        this.mark = mark;
        this.classes = new FilteredClasses(attribute);
        this.alive = Criterion.on(attribute, Field::isNull);
    }

    /**
     * Names the attribute that marks what is deleted.
     *
     * @param attribute null for what is alive
     * @param mark gives the value for what is deleted now, as the time; never null
     * @param <T> the class; its subclasses are included
     * @param <V> the type of the mark
     * @return does nothing yet
     */
    public static <T, V> SoftDelete<T, V> by(ColumnAttribute<T, V> attribute, Supplier<? extends V> mark) {
        return new SoftDelete<>(attribute, mark);
    }

    /**
     * Begins to delete softly, and to hide what is deleted.
     *
     * @param sessions for all their sessions
     * @return closing it ends both
     * @throws InvalidArgumentException if no class of the registry has the attribute, or objects could be found by a superclass that
     *     has it not, or its column cannot be null
     */
    public Subscription on(SessionFactory sessions) {
        List<Subscription> parts = new ArrayList<>();
        for (Mapper mapper : classes.requireIn(sessions)) {
            requireNullable(sessions, mapper);
            parts.add(Events.on(mapper).beforeDelete(this::guardRow));
        }
        parts.add(Events.on(sessions).doOrmExecute(this::filter));
        parts.add(Events.on(sessions).beforeFlush(this::keepRows));
        return Subscription.together(parts);
    }

    private void requireNullable(SessionFactory sessions, Mapper mapper) {
        boolean nullable = sessions.registry()
                .mapper(mapper.type())
                .column(classes.attribute())
                .column()
                .isNullable();
        if (!nullable) {
            throw new InvalidArgumentException(
                    "Cannot delete " + mapper.type().getSimpleName() + " softly by " + attribute
                            + ": its column cannot be null, which tells what is alive. Use an attribute of a nullable type,"
                            + " such as the time of the deletion.");
        }
    }

    // ---- reading ----

    private void filter(OrmExecuteState statement) {
        Session session = (Session) statement.session();
        if (statement.isDelete()) {
            guardStatement(statement, session);
        } else if (statement instanceof SelectState select
                && !statement.isColumnLoad()
                && classes.isMetBy(Objects.requireNonNull(statement.bindMapper(), "mapper"))
                && !Scope.isOpen(session, shown)) {
            select.addCriterion(alive);
        } else if (statement instanceof WriteState write && statement.isUpdate() && !Scope.isOpen(session, shown)) {
            hideFrom(write);
        }
    }

    /** Rows that are named by their keys are meant, deleted or not. */
    private void hideFrom(WriteState update) {
        Mapper mapper = update.bindMapper();
        if (mapper != null && classes.includes(mapper) && !update.isExecuteMany()) {
            update.addCriterion(alive);
        }
    }

    /**
     * Shows what is deleted, for a while.
     *
     * @param session where
     * @return closing it hides again what is not in memory
     */
    public Scope showDeleted(Session session) {
        return Scope.open(session, shown);
    }

    // ---- writing ----

    private void keepRows(FlushEvent<Session> event) {
        Session session = event.session();
        if (Scope.isOpen(session, removing)) {
            return;
        }
        for (Object object : List.copyOf(session.deleted())) {
            if (classes.type().isInstance(object)) {
                session.add(object);
                Instance<Object> instance = Instance.of(object);
                if (instance.get(classes.attribute()) == null) {
                    instance.set(classes.attribute(), Objects.requireNonNull(mark.get(), "mark of what is deleted"));
                }
            }
        }
    }

    private void guardRow(PersistEvent<Object> event) {
        if (Session.of(event.target()) instanceof Session session && !Scope.isOpen(session, removing)) {
            throw new InvalidRequestException("Cannot remove the row of " + event.state() + ": objects of "
                    + classes.type().getSimpleName() + " are deleted softly, and this one is to go as an orphan, or was"
                    + " deleted by a listener behind SoftDelete. Map its relationship without orphanRemoval and delete"
                    + " it by session.delete(), or remove rows for good within SoftDelete.removeRows(session).");
        }
    }

    private void guardStatement(OrmExecuteState statement, Session session) {
        Mapper mapper = statement.bindMapper();
        if (mapper != null && classes.includes(mapper) && !Scope.isOpen(session, removing)) {
            throw new InvalidRequestException(
                    "Cannot run a DELETE of " + mapper.type().getSimpleName()
                            + " by statement: its objects are deleted softly. Run session.update() that sets "
                            + classes.attribute() + ", or remove rows for good within SoftDelete.removeRows(session).");
        }
    }

    /**
     * Removes the rows of what is deleted, for a while, until the flush.
     *
     * <pre>{@code
     * try (Scope forGood = softDelete.removeRows(session)) {
     *     session.delete(note);
     *     session.flush();
     * }
     * }</pre>
     *
     * @param session where
     * @return closing it makes later flushes delete softly again
     */
    public Scope removeRows(Session session) {
        return Scope.open(session, removing);
    }

    /**
     * Whether an object is deleted; reads the attribute.
     *
     * @param object in memory
     * @return whether it has the mark
     */
    public boolean isDeleted(T object) {
        return Instance.of(object).get(classes.attribute()) != null;
    }

    /**
     * Takes the mark away; the next flush writes it. Related objects that were deleted with it stay deleted.
     *
     * @param object that was found within {@link #showDeleted}, or is still in memory
     */
    public void restore(T object) {
        Instance.of(object).set(classes.attribute(), null);
    }

    @Override
    public String toString() {
        return "soft delete by " + attribute;
    }
}
