package dev.grapnel.examples.hooks;

import dev.grapnel.core.session.Session;
import dev.grapnel.hooks.AfterDelete;
import dev.grapnel.hooks.AfterInsert;
import dev.grapnel.hooks.AfterUpdate;
import dev.grapnel.hooks.BeforeDelete;
import dev.grapnel.hooks.BeforeInsert;
import dev.grapnel.hooks.BeforeUpdate;
import dev.grapnel.hooks.DeletedAfterFlush;
import dev.grapnel.hooks.DirtyAfterFlush;
import dev.grapnel.hooks.NewAfterFlush;
import dev.grapnel.hooks.NewBeforeFlush;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A contact with all ten hooks; any subset would do. */
@Entity
@Table(name = "contacts")
public class Contact {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Integer id;

    String name;
    int revision;

    Contact(String name) {
        this.name = name;
    }

    // ---- for its own row ----

    @BeforeInsert
    void beforeInsert() {
        revision = 1;
        tell("before insert");
    }

    @BeforeUpdate
    void beforeUpdate() {
        revision++;
        tell("before update");
    }

    @BeforeDelete
    void beforeDelete() {
        tell("before delete");
    }

    @AfterInsert
    void afterInsert() {
        tell("after insert, with key " + id);
    }

    @AfterUpdate
    void afterUpdate() {
        tell("after update");
    }

    @AfterDelete
    void afterDelete() {
        tell("after delete");
    }

    // ---- for the flush as a whole ----

    @NewBeforeFlush
    void newBeforeFlush(Session session) {
        tell("new before flush, one of " + session.newObjects().size());
    }

    @NewAfterFlush
    void newAfterFlush() {
        tell("new after flush");
    }

    @DirtyAfterFlush
    void dirtyAfterFlush() {
        tell("dirty after flush");
    }

    @DeletedAfterFlush
    void deletedAfterFlush() {
        tell("deleted after flush");
    }

    private void tell(String what) {
        System.out.println("  " + name + " (revision " + revision + "): " + what);
    }
}
