package dev.grapnel.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.events.Subscription;
import dev.grapnel.filters.Office.Clerk;
import dev.grapnel.filters.Office.Folder;
import dev.grapnel.filters.Office.Kept;
import dev.grapnel.filters.Office.Letter;
import dev.grapnel.filters.Office.Paper;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.load.LoadOptions;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoftDeleteTest extends OfficeTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 2, 3, 4, 5);

    private final SoftDelete<Kept, LocalDateTime> softDelete = SoftDelete.by(Office.DELETED_AT, () -> NOW);
    private Subscription subscription;
    private Folder taxes;
    private Paper form;
    private Letter reminder;
    private Integer taxesKey;
    private Integer formKey;
    private Integer reminderKey;

    @BeforeEach
    void fill() {
        subscription = softDelete.on(sessions);
        form = new Paper("form");
        reminder = new Letter("reminder", "Ann");
        taxes = new Folder("taxes", form, reminder);
        session.add(taxes);
        session.flush();
        taxesKey = taxes.id;
        formKey = form.id;
        reminderKey = reminder.id;
        session.commit();
        statements.clear();
    }

    private void delete(Object object) {
        session.delete(object);
        session.commit();
        session.expungeAll();
        statements.clear();
    }

    private static List<String> titles(List<Paper> papers) {
        return papers.stream().map(paper -> paper.title).sorted().toList();
    }

    // ---- writing ----

    @Test
    void aDeletionIsAnUpdate() {
        session.delete(form);
        session.flush();

        assertThat(statements.statements()).extracting(Object::toString).contains("UPDATE paper");
        assertThat(statements.statements()).extracting(Object::toString).noneMatch(text -> text.startsWith("DELETE"));
        assertThat(rows("paper")).isEqualTo(2);
        assertThat(form.deletedAt).isEqualTo(NOW);
    }

    @Test
    void aDeletionCascadesSoftly() {
        session.delete(taxes);
        session.flush();

        assertThat(List.of(taxes, form, reminder)).allMatch(softDelete::isDeleted);
    }

    @Test
    void aRollbackUndoesADeletion() {
        session.delete(form);
        session.flush();
        session.rollback();

        assertThat(softDelete.isDeleted(form)).isFalse();
        assertThat(titles(session.query(Paper.class).list())).containsExactly("form", "reminder");
    }

    @Test
    void anUpdateByStatementDoesNotMeetWhatIsDeleted() {
        delete(form);

        assertThat(session.update(Paper.class).set("title", "seen").execute()).isOne();

        assertThat(titles(session.query(Paper.class).list())).containsExactly("seen");
        try (Scope all = softDelete.showDeleted(session)) {
            assertThat(all).isNotNull();
            assertThat(titles(session.query(Paper.class).list())).containsExactly("form", "seen");
        }
    }

    @Test
    void aSubqueryOfAnotherQueryDoesNotSeeWhatIsDeleted() {
        ColumnAttribute<Paper, Integer> id = ColumnAttribute.of(Paper.class, "id", Integer.class);
        delete(form);

        assertThat(session.query(Folder.class)
                        .where(DSL.exists(session.query(Paper.class)
                                .where(ColumnAttribute.of(Paper.class, "title", String.class)
                                        .eq("form"))
                                .subquery(id)))
                        .list())
                .isEmpty();
    }

    @Test
    void otherClassesLoseTheirRows() {
        Clerk bob = new Clerk("Bob");
        session.add(bob);
        session.commit();

        delete(bob);

        assertThat(rows("clerk")).isZero();
    }

    @Test
    void theMarkOfTheFirstDeletionStays() {
        form.deletedAt = NOW.minusDays(1);
        session.delete(form);
        session.flush();

        assertThat(form.deletedAt).isEqualTo(NOW.minusDays(1));
    }

    @Test
    void rowsAreRemovedForGoodOnDemand() {
        try (Scope forGood = softDelete.removeRows(session)) {
            session.delete(form);
            session.flush();
        }

        assertThat(rows("paper")).isEqualTo(1);
    }

    @Test
    void aDeleteByStatementIsRefused() {
        assertThatThrownBy(() -> session.deleteFrom(Paper.class).execute())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Cannot run a DELETE of Paper by statement: its objects are deleted softly. Run"
                        + " session.update() that sets deletedAt, or remove rows for good within"
                        + " SoftDelete.removeRows(session).");
        assertThat(rows("paper")).isEqualTo(2);
    }

    @Test
    void aDeleteByStatementRunsWhereRowsAreRemovedForGood() {
        session.add(new Folder("empty"));
        try (Scope forGood = softDelete.removeRows(session)) {
            session.deleteFrom(Folder.class).where(Office.LABEL.eq("empty")).execute();
        }

        assertThat(rows("folder")).isEqualTo(1);
    }

    // ---- reading ----

    @Test
    void aQueryDoesNotSeeWhatIsDeleted() {
        delete(form);

        assertThat(titles(session.query(Paper.class).list())).containsExactly("reminder");
    }

    @Test
    void aQueryForValuesDoesNotSeeWhatIsDeleted() {
        delete(form);

        assertThat(session.query(Paper.class).select(Office.TITLE).list()).hasSize(1);
    }

    @Test
    void aSubclassIsFilteredByTheTableOfItsSuperclass() {
        delete(reminder);

        assertThat(session.query(Letter.class).list()).isEmpty();
        assertThat(rows("letter")).isEqualTo(1);
    }

    @Test
    void aGetThatNeedsSqlDoesNotSeeWhatIsDeleted() {
        delete(form);

        assertThat(session.get(Paper.class, formKey)).isNull();
    }

    @Test
    void aFirstReadOfACollectionDoesNotSeeWhatIsDeleted() {
        delete(form);

        assertThat(titles(session.getOne(Folder.class, taxesKey).papers)).containsExactly("reminder");
    }

    @Test
    void aCollectionOfAnObjectThatWasAddedIsFilteredToo() {
        session.delete(form);
        session.commit();

        assertThat(titles(taxes.papers)).containsExactly("reminder");
    }

    @Test
    void aJoinedCollectionKeepsItsOwner() {
        delete(form);
        session.delete(session.getOne(Paper.class, reminderKey));
        session.commit();
        session.expungeAll();

        List<Folder> folders = session.query(Folder.class)
                .options(LoadOptions.NONE.load(LoadStrategy.JOINED, "papers"))
                .list();

        assertThat(folders)
                .singleElement()
                .satisfies(folder -> assertThat(folder.papers).isEmpty());
    }

    @Test
    void aCollectionLoadedForAllOwnersIsFiltered() {
        delete(form);

        List<Folder> folders = session.query(Folder.class)
                .options(LoadOptions.NONE.load(LoadStrategy.SELECTIN, "papers"))
                .list();

        assertThat(titles(folders.get(0).papers)).containsExactly("reminder");
    }

    @Test
    void aReferenceToWhatIsDeletedIsNull() {
        try (Scope forGood = softDelete.showDeleted(session)) {
            taxes.deletedAt = NOW;
            session.commit();
        }
        session.expungeAll();

        assertThat(session.getOne(Paper.class, formKey).folder).isNull();
    }

    @Test
    void theConditionStandsOnceInAFirstReadOfTheObjectsOfAQuery() {
        Folder found = session.query(Folder.class).one();
        statements.clear();

        assertThat(found.papers).hasSize(2);
        assertThat(statements.texts()).singleElement().asString().containsOnlyOnce("is null");
    }

    @Test
    void aClassThatLeadsToNoFilteredOneIsLeftAlone() {
        session.query(Clerk.class).list();

        assertThat(statements.texts()).singleElement().asString().doesNotContain("is null");
    }

    @Test
    void anObjectInMemoryCanBeRefreshed() {
        session.delete(form);
        session.commit();

        session.refresh(form);

        assertThat(form.deletedAt).isEqualTo(NOW);
    }

    @Test
    void whatIsDeletedIsShownOnDemandAndRestored() {
        delete(form);
        try (Scope all = softDelete.showDeleted(session)) {
            softDelete.restore(session.getOne(Paper.class, formKey));
            session.commit();
        }
        session.expungeAll();

        assertThat(titles(session.query(Paper.class).list())).containsExactly("form", "reminder");
    }

    @Test
    void closingTheSubscriptionEndsEverything() {
        delete(form);
        subscription.close();

        assertThat(session.query(Paper.class).list()).hasSize(2);
        session.delete(session.getOne(Paper.class, formKey));
        session.flush();
        assertThat(rows("paper")).isEqualTo(1);
    }
}
