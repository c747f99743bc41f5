package dev.grapnel.hooks;

import dev.grapnel.core.instrument.FlushContext;
import dev.grapnel.core.mapping.PersistEvent;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.session.FlushEvent;
import dev.grapnel.core.session.ObjectSession;
import dev.grapnel.core.session.Session;
import dev.grapnel.hooks.typed.AfterDeleteHook;
import dev.grapnel.hooks.typed.AfterInsertHook;
import dev.grapnel.hooks.typed.AfterUpdateHook;
import dev.grapnel.hooks.typed.BeforeDeleteHook;
import dev.grapnel.hooks.typed.BeforeInsertHook;
import dev.grapnel.hooks.typed.BeforeUpdateHook;
import dev.grapnel.hooks.typed.DeletedAfterFlushHook;
import dev.grapnel.hooks.typed.DirtyAfterFlushHook;
import dev.grapnel.hooks.typed.NewAfterFlushHook;
import dev.grapnel.hooks.typed.NewBeforeFlushHook;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Contacts with hooks of all kinds. */
@NullUnmarked
final class AddressBook {
    static final Class<?>[] ALL = {
        Company.class, Contact.class, Phone.class, Friend.class, Typed.class, Named.class, Plain.class, Note.class
    };

    private AddressBook() {}

    @MappedSuperclass
    abstract static class Keyed {
        @Id
        Integer id;

        String name;

        Keyed(int id, String name) {
            this.id = id;
            this.name = name;
        }

        void told(String hook) {
            Timeline.add(hook + " " + name);
        }
    }

    @Entity
    static class Company extends Keyed {
        @OneToMany(mappedBy = "company")
        List<Contact> contacts = new ArrayList<>();

        Company(int id, String name) {
            super(id, name);
        }
    }

    /** All ten hooks, by annotations; private, and without parameters. */
    @Entity
    static class Contact extends Keyed {
        @ManyToOne
        Company company;

        @OneToMany(mappedBy = "contact", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Phone> phones = new ArrayList<>();

        Contact(int id, String name) {
            super(id, name);
        }

        @BeforeInsert
        private void a() {
            told("beforeInsert");
            name = name + "+";
        }

        @BeforeUpdate
        private void b() {
            told("beforeUpdate");
        }

        @BeforeDelete
        private void c() {
            told("beforeDelete");
        }

        @AfterInsert
        private void d() {
            told("afterInsert");
        }

        @AfterUpdate
        private void e() {
            told("afterUpdate");
        }

        @AfterDelete
        private void f() {
            told("afterDelete");
        }

        @NewBeforeFlush
        private void g() {
            told("newBeforeFlush");
        }

        @NewAfterFlush
        private void h() {
            told("newAfterFlush");
        }

        @DirtyAfterFlush
        private void i() {
            told("dirtyAfterFlush");
        }

        @DeletedAfterFlush
        private void j() {
            told("deletedAfterFlush");
        }
    }

    /** Some hooks. */
    @Entity
    static class Phone extends Keyed {
        @ManyToOne
        Contact contact;

        Phone(int id, String name) {
            super(id, name);
        }

        @DirtyAfterFlush
        void dirty() {
            told("dirtyAfterFlush");
        }

        @DeletedAfterFlush
        void deleted() {
            told("deletedAfterFlush");
        }

        @AfterDelete
        void after() {
            told("afterDelete");
        }
    }

    /** Inherits hooks, overrides one, and has others with parameters. */
    @Entity
    static class Friend extends Contact {
        Friend(int id, String name) {
            super(id, name);
        }

        @BeforeInsert
        void a(PersistEvent<?> event, Session session) {
            told("beforeInsert of friend, " + event.mapper().type().getSimpleName() + ", new="
                    + session.newObjects().contains(this));
        }

        @AfterInsert
        void d(StoreConnection connection, dev.grapnel.sql.Session session, PersistEvent<?> event) {
            told("afterInsert of friend, " + (connection == event.connection()) + ' ' + session.contains(this));
        }

        @NewBeforeFlush
        void g(FlushContext flush, Session session) {
            told("newBeforeFlush of friend, " + flush.isDeleted(event(this)) + ' ' + session.contains(this));
        }

        @NewAfterFlush
        void h(FlushEvent<?> event) {
            told("newAfterFlush of friend, " + event.session().contains(this));
        }

        private static dev.grapnel.core.state.InstanceState event(Object object) {
            return dev.grapnel.core.session.Instance.of(object).state();
        }
    }

    /** All ten hooks, by interfaces; one of them annotated in addition. */
    @Entity
    static class Typed extends Keyed
            implements BeforeInsertHook,
                    BeforeUpdateHook,
                    BeforeDeleteHook,
                    AfterInsertHook,
                    AfterUpdateHook,
                    AfterDeleteHook,
                    NewBeforeFlushHook,
                    NewAfterFlushHook,
                    DirtyAfterFlushHook,
                    DeletedAfterFlushHook {
        Typed(int id, String name) {
            super(id, name);
        }

        @Override
        @BeforeInsert
        public void beforeInsert(PersistEvent<?> event) {
            told("beforeInsert");
        }

        @Override
        public void beforeUpdate(PersistEvent<?> event) {
            told("beforeUpdate");
        }

        @Override
        public void beforeDelete(PersistEvent<?> event) {
            told("beforeDelete");
        }

        @Override
        public void afterInsert(PersistEvent<?> event) {
            told("afterInsert");
        }

        @Override
        public void afterUpdate(PersistEvent<?> event) {
            told("afterUpdate");
        }

        @Override
        public void afterDelete(PersistEvent<?> event) {
            told("afterDelete");
        }

        @Override
        public void newBeforeFlush(ObjectSession session, FlushContext flush) {
            told("newBeforeFlush");
        }

        @Override
        public void newAfterFlush(ObjectSession session, FlushContext flush) {
            told("newAfterFlush");
        }

        @Override
        public void dirtyAfterFlush(ObjectSession session, FlushContext flush) {
            told("dirtyAfterFlush");
        }

        @Override
        public void deletedAfterFlush(ObjectSession session, FlushContext flush) {
            told("deletedAfterFlush");
        }
    }

    /** All ten hooks, by the names of the recipe. */
    @Entity
    @SuppressWarnings("MethodName")
    static class Named extends Keyed {
        Named(int id, String name) {
            super(id, name);
        }

        void _before_insert() {
            told("beforeInsert");
        }

        void _before_update() {
            told("beforeUpdate");
        }

        void _before_delete() {
            told("beforeDelete");
        }

        void _after_insert() {
            told("afterInsert");
        }

        void _after_update() {
            told("afterUpdate");
        }

        void _after_delete() {
            told("afterDelete");
        }

        void _new_before_flush(Session session, FlushContext flush) {
            told("newBeforeFlush");
        }

        void _new_after_flush(Session session, FlushContext flush) {
            told("newAfterFlush");
        }

        void _dirty_after_flush(Session session, FlushContext flush) {
            told("dirtyAfterFlush");
        }

        void _deleted_after_flush(Session session, FlushContext flush) {
            told("deletedAfterFlush");
        }
    }

    /** No hook at all. */
    @Entity
    static class Plain extends Keyed {
        Plain(int id, String name) {
            super(id, name);
        }
    }

    /** Adds another one when it is going to be flushed. */
    @Entity
    static class Note extends Keyed {
        Note(int id, String name) {
            super(id, name);
        }

        @NewBeforeFlush
        void addAnother(Session session) {
            told("newBeforeFlush");
            if (id < 10) {
                session.add(new Note(id + 10, "second"));
            }
        }

        @NewAfterFlush
        void written() {
            told("newAfterFlush");
        }
    }
}
