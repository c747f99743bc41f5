package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.testkit.session.Ledger.Entry;
import dev.grapnel.testkit.session.Ledger.Transfer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An object in memory that a query of its superclass meets. */
@EveryDatabase
@DisplayName("A known object of a subclass on")
class KnownObjectOfSubclassTest extends DatabaseTest {
    KnownObjectOfSubclassTest() {
        super(Entry.class, Transfer.class);
    }

    @Test
    @Tag("G-11")
    void loadsOnFirstReadWhatItWasNeverGivenAndTheQueryLeftOut() {
        Transfer transfer = new Transfer(1);
        session.add(transfer);
        session.query(Entry.class).list();
        direct().execute("update entry set target = 'by others'");
        statements.clear();

        assertThat(transfer.target).isEqualTo("by others");
        assertThat(statements.count(StatementKind.SELECT)).isEqualTo(1);
    }

    @Test
    void keepsWhatItWasGiven() {
        Transfer transfer = new Transfer(1);
        transfer.target = "own";
        session.add(transfer);
        session.query(Entry.class).list();
        statements.clear();

        assertThat(transfer.target).isEqualTo("own");
        statements.assertNone();
    }
}
