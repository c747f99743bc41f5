package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.SaveOneByOne;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.Table;

/** Entries that are saved one by one, and a kind of them that is too. */
final class Ledger {
    static final Class<?>[] ALL = {Entry.class, Transfer.class};

    private Ledger() {}

    @Entity
    @Table(name = "entry")
    @Inheritance
    @SaveOneByOne
    static class Entry {
        @Id
        Integer id;

        Integer amount;

        Entry(int id) {
            this.id = id;
        }
    }

    @Entity
    static class Transfer extends Entry {
        String target;

        Transfer(int id) {
            super(id);
        }
    }
}
