package dev.grapnel.filters;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.session.OrmExecuteState;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.SelectState;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.load.LoadOptions.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Several tenants in the same tables, told apart by an attribute: a session works for one of them, and sees and writes no rows of another.
 *
 * <pre>{@code
 * Tenancy<Owned, String> tenancy = Tenancy.by(Owned_.tenant);
 * tenancy.on(sessions);
 *
 * try (Session session = tenancy.enter(sessions.open(), "acme")) {
 *     session.query(Invoice.class).list();      // WHERE tenant = 'acme', as do all loads of what is owned
 *     session.add(new Invoice(…));              // gets the tenant by itself
 * }
 * }</pre>
 *
 * <p>The attribute may be declared in a mapped superclass: then all its subclasses are told apart. A new object without a tenant gets that of its
 * session when it is inserted. Refused with an error: to write an object of another tenant; to read or write in a session that has entered
 * none; a statement that writes many rows at once, since no condition is added to it. Within {@link #across} none of this is done.
 *
 * <p>SQL that a program writes by itself is not filtered. On PostgreSQL the database can do it: see {@link RowSecurity}.
 *
 * <p>Immutable and safe to use from any thread.
 *
 * @param <T> the class
 * @param <V> the type of the tenant
 */
public final class Tenancy<T, V> {
    private final ColumnAttribute<T, V> attribute;
    private final FilteredClasses classes;
    private final Criterion nobody;
    private final Object across = new Object();

    /** For whom a session works; its criterion is the same for all its statements, so that it stands in each once. */
    private record Membership(Object tenant, Criterion criterion) {}

    private Tenancy(ColumnAttribute<T, V> attribute) {
        this.attribute = attribute;
        this.classes = new FilteredClasses(attribute);
        this.nobody = Criterion.on(attribute, column -> DSL.falseCondition());
    }

    /**
     * Names the attribute that tells the tenants apart.
     *
     * @param attribute whose row it is
     * @param <T> the class; its subclasses are included
     * @param <V> the type of the tenant
     * @return does nothing yet
     */
    public static <T, V> Tenancy<T, V> by(ColumnAttribute<T, V> attribute) {
        return new Tenancy<>(attribute);
    }

    /**
     * Begins to keep the tenants apart.
     *
     * @param sessions for all their sessions
     * @return closing it ends that
     * @throws InvalidArgumentException if no class of the registry has the attribute, or objects could be found by a superclass that
     *     has it not
     */
    public Subscription on(SessionFactory sessions) {
        List<Subscription> parts = new ArrayList<>();
        for (Mapper mapper : classes.requireIn(sessions)) {
            parts.add(Events.on(mapper).beforeInsert(this::adopt));
            parts.add(Events.on(mapper).beforeUpdate(event -> requireOwn("update", event)));
            parts.add(Events.on(mapper).beforeDelete(event -> requireOwn("delete", event)));
        }
        parts.add(Events.on(sessions).doOrmExecute(this::filter));
        return Subscription.together(parts);
    }

    // ---- the tenant of a session ----

    /**
     * Makes a session work for a tenant, for as long as it lives.
     *
     * @param session right after it was opened
     * @param tenant for whom
     * @return the session
     * @throws InvalidRequestException if it works for another tenant already, or is in a transaction
     */
    public Session enter(Session session, V tenant) {
        V now = of(session);
        if (now != null && !now.equals(tenant)) {
            throw new InvalidRequestException("Cannot enter tenant " + tenant + ": this session works for " + now
                    + ", whose objects are in its memory. Open another session.");
        }
        if (now == null && session.inTransaction()) {
            throw new InvalidRequestException("Cannot enter tenant " + tenant
                    + ": the session is in a transaction already. Enter right after opening it.");
        }
        session.info()
                .computeIfAbsent(
                        this, unused -> new Membership(tenant, Criterion.on(attribute, column -> column.eq(tenant))));
        return session;
    }

    /**
     * For whom a session works.
     *
     * @param session any session
     * @return the tenant, or null if it has entered none
     */
    @SuppressWarnings("unchecked") // enter() has put it there
    public @Nullable V of(Session session) {
        return session.info().get(this) instanceof Membership membership ? (V) membership.tenant() : null;
    }

    /**
     * Reads and writes rows of all tenants, for a while; as for reports and migrations. New objects get no tenant by themselves.
     *
     * @param session where
     * @return closing it keeps the tenants apart again, but for what is in memory
     */
    public Scope across(Session session) {
        return Scope.open(session, across);
    }

    // ---- reading ----

    private void filter(OrmExecuteState statement) {
        Session session = (Session) statement.session();
        Mapper mapper = Objects.requireNonNull(statement.bindMapper(), "mapper");
        if (statement.isColumnLoad() || Scope.isOpen(session, across) || !classes.isMetBy(mapper)) {
            return;
        }
        boolean owned = classes.includes(mapper);
        if (statement instanceof SelectState select) {
            select.addCriterion(owned ? require(session, mapper).criterion() : optional(session));
        } else if (owned) {
            throw new InvalidRequestException("Cannot run a statement of kind " + statement.kind() + " for "
                    + mapper.type().getSimpleName()
                    + ": its rows belong to tenants, and no condition is added to statements"
                    + " that write. Write the objects one by one, or run it within Tenancy.across(session) with a condition"
                    + " on " + classes.attribute() + '.');
        }
    }

    private Criterion optional(Session session) {
        return session.info().get(this) instanceof Membership membership ? membership.criterion() : nobody;
    }

    private Membership require(Session session, Mapper mapper) {
        if (session.info().get(this) instanceof Membership membership) {
            return membership;
        }
        throw new InvalidRequestException(
                "Cannot read or write " + mapper.type().getSimpleName()
                        + ": its rows belong to tenants, and this session has entered none. Call Tenancy.enter(session, tenant)"
                        + " right after opening it, or work within Tenancy.across(session).");
    }

    // ---- writing ----

    private void adopt(PersistEvent<Object> event) {
        Instance<Object> instance = Instance.of(event.target());
        if (Session.of(event.target()) instanceof Session session && !Scope.isOpen(session, across)) {
            if (instance.get(classes.attribute()) == null) {
                instance.set(
                        classes.attribute(), require(session, event.mapper()).tenant());
            }
            requireOwn("insert", event);
        }
    }

    private void requireOwn(String action, PersistEvent<Object> event) {
        if (Session.of(event.target()) instanceof Session session && !Scope.isOpen(session, across)) {
            Object own = require(session, event.mapper()).tenant();
            Object owner = Instance.of(event.target()).get(classes.attribute());
            if (!own.equals(owner)) {
                throw new InvalidRequestException("Cannot " + action + ' ' + event.state() + ": it belongs to tenant "
                        + owner
                        + ", and this session works for " + own + ". Open a session for that tenant, or work within"
                        + " Tenancy.across(session).");
            }
        }
    }

    @Override
    public String toString() {
        return "tenancy by " + attribute;
    }
}
