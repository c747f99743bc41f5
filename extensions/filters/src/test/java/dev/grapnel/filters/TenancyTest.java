package dev.grapnel.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.filters.Office.Clerk;
import dev.grapnel.filters.Office.Folder;
import dev.grapnel.filters.Office.Kept;
import dev.grapnel.filters.Office.Letter;
import dev.grapnel.filters.Office.Paper;
import dev.grapnel.sql.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenancyTest extends OfficeTest {
    private final Tenancy<Kept, String> tenancy = Tenancy.by(Office.TENANT);
    private Integer folderOfAcme;

    @BeforeEach
    void fill() {
        tenancy.on(sessions);
        folderOfAcme = add("acme", "taxes");
        add("bolt", "bills");
        tenancy.enter(session, "acme");
    }

    private Integer add(String tenant, String label) {
        try (Session own = tenancy.enter(sessions.open(), tenant)) {
            Folder folder = new Folder(label, new Paper(label + " form"), new Letter(label + " letter", "Ann"));
            own.add(folder);
            own.flush();
            Integer key = folder.id;
            own.commit();
            return key;
        }
    }

    // ---- reading ----

    @Test
    void aQuerySeesRowsOfItsTenantAlone() {
        assertThat(session.query(Folder.class).list())
                .extracting(folder -> folder.label)
                .containsExactly("taxes");
        assertThat(session.query(Letter.class).list())
                .extracting(letter -> letter.title)
                .containsExactly("taxes letter");
    }

    @Test
    void aGetDoesNotFindTheObjectOfAnother() {
        try (Session other = tenancy.enter(sessions.open(), "bolt")) {
            assertThat(other.get(Folder.class, folderOfAcme)).isNull();
        }
    }

    @Test
    void aFirstReadOfACollectionIsFiltered() {
        try (Session all = sessions.open();
                Scope everybody = tenancy.across(all)) {
            all.getOne(Folder.class, folderOfAcme).papers.get(0).tenant = "bolt";
            all.commit();
        }

        assertThat(session.getOne(Folder.class, folderOfAcme).papers).hasSize(1);
    }

    @Test
    void aSessionWithoutATenantReadsNothing() {
        try (Session nobody = sessions.open()) {
            assertThatThrownBy(() -> nobody.query(Folder.class).list())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith(
                            "Cannot read or write Folder: its rows belong to tenants, and this session has"
                                    + " entered none. Call Tenancy.enter(session, tenant) right after opening it, or work within"
                                    + " Tenancy.across(session).");
        }
    }

    @Test
    void aSessionWithoutATenantReadsWhatBelongsToNobody() {
        try (Session nobody = sessions.open()) {
            assertThat(nobody.query(Clerk.class).list()).isEmpty();
        }
    }

    @Test
    void rowsOfAllTenantsAreSeenOnDemand() {
        try (Session all = sessions.open();
                Scope everybody = tenancy.across(all)) {
            assertThat(all.query(Folder.class).list()).hasSize(2);
        }
    }

    // ---- writing ----

    @Test
    void aNewObjectGetsTheTenantOfItsSession() {
        Folder folder = new Folder("new");
        session.add(folder);
        session.flush();

        assertThat(folder.tenant).isEqualTo("acme");
    }

    @Test
    void aNewObjectOfAnotherTenantIsRefused() {
        Folder folder = new Folder("new");
        folder.tenant = "bolt";
        session.add(folder);

        assertThatThrownBy(() -> session.flush())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(
                        "Cannot insert Folder (without key): it belongs to tenant bolt, and this session works"
                                + " for acme.");
    }

    @Test
    void givingAnObjectToAnotherTenantIsRefused() {
        session.getOne(Folder.class, folderOfAcme).tenant = "bolt";

        assertThatThrownBy(() -> session.flush())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Cannot update Folder[1]: it belongs to tenant bolt");
    }

    @Test
    void anObjectOfAnotherTenantIsNotDeleted() {
        Folder bills;
        try (Session all = sessions.open();
                Scope everybody = tenancy.across(all)) {
            bills = all.query(Folder.class).where(Office.LABEL.eq("bills")).one();
            bills.papers.size();
        }
        session.add(bills);
        session.delete(bills);

        assertThatThrownBy(() -> session.flush())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Cannot delete ")
                .hasMessageContaining("it belongs to tenant bolt, and this session works for acme.");
    }

    @Test
    void aStatementThatWritesManyRowsIsRefused() {
        assertThatThrownBy(() ->
                        session.update(Folder.class).set(Office.LABEL, "x").execute())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Cannot run a statement of kind UPDATE for Folder: its rows belong to tenants");
        assertThat(session.query(Folder.class).one().label).isEqualTo("taxes");
    }

    @Test
    void aStatementThatWritesManyRowsRunsAcrossTenants() {
        try (Scope everybody = tenancy.across(session)) {
            assertThat(session.update(Folder.class)
                            .set(Office.LABEL, "x")
                            .where(Office.TENANT_OF_FOLDER.eq("acme"))
                            .execute())
                    .isEqualTo(1);
        }
    }

    // ---- entering ----

    @Test
    void aSessionWorksForOneTenant() {
        assertThatThrownBy(() -> tenancy.enter(session, "bolt"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(
                        "Cannot enter tenant bolt: this session works for acme, whose objects are in its"
                                + " memory. Open another session.");
        assertThat(tenancy.of(session)).isEqualTo("acme");
    }

    @Test
    void aSessionInATransactionEntersNoTenant() {
        try (Session late = sessions.open()) {
            late.begin();

            assertThatThrownBy(() -> tenancy.enter(late, "acme"))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith(
                            "Cannot enter tenant acme: the session is in a transaction already. Enter right"
                                    + " after opening it.");
        }
    }
}
