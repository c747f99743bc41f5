package dev.grapnel.testkit.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.instrument.InstanceEvents;
import dev.grapnel.core.mapping.Mapped;
import dev.grapnel.core.session.Instance;
import dev.grapnel.core.state.LifecycleState;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.callback.Desk.Folder;
import dev.grapnel.testkit.callback.Desk.Page;
import dev.grapnel.testkit.callback.Desk.Remark;
import dev.grapnel.testkit.callback.Desk.Ticket;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The table of docs/guide/jpa-callbacks.md, row by row. */
@DisplayName("A callback of JPA:")
class CallbackTimeTest extends CallbackTest {
    CallbackTimeTest() {
        super(Ticket.class, Remark.class, Folder.class, Page.class);
    }

    private static Ticket ticketWithRemark() {
        Ticket ticket = new Ticket("a");
        ticket.remarks.add(new Remark("r"));
        return ticket;
    }

    private Ticket loaded() {
        Ticket ticket = session.query(Ticket.class).one();
        ticket.remarks.size();
        Calls.take();
        return ticket;
    }

    @Nested
    @DisplayName("PrePersist")
    class PrePersist {
        @Test
        void isCalledWithinAddAndBeforeTheKeyIsThere() {
            session.add(new Ticket("a"));

            assertThat(Calls.take()).containsExactly("PrePersist a key=null");
        }

        @Test
        void isCalledForObjectsThatAddCascadesTo() {
            session.add(ticketWithRemark());

            assertThat(Calls.take()).containsExactly("PrePersist a key=null", "PrePersist r");
        }

        @Test
        void isCalledWhenAnObjectJoinsACollectionThatCascades() {
            given(new Ticket("a"));
            Ticket ticket = loaded();

            ticket.remarks.add(new Remark("r"));

            assertThat(Calls.take()).containsExactly("PrePersist r");
        }

        @Test
        void isCalledOnceForAnObjectThatIsAddedTwice() {
            Ticket ticket = new Ticket("a");
            session.add(ticket);
            session.add(ticket);
            session.flush();

            assertThat(Calls.take()).containsExactly("PrePersist a key=null", "PostPersist a key=1");
        }

        @Test
        void seesWhatMergeHasCopied() {
            Ticket copy = session.merge(ticketWithRemark());

            assertThat(Calls.take()).containsExactly("PrePersist r", "PrePersist a key=null");
            assertThat(copy.state).isEqualTo("new");
        }

        @Test
        void writesWhatItSets() {
            given(new Ticket("a"));

            assertThat(loaded().state).isEqualTo("new");
        }

        @Test
        void keepsTheObjectOutsideByAnException() {
            Ticket refused = new Ticket("refused");

            assertThatThrownBy(() -> session.add(refused))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("refused");
            session.flush();

            assertThat(Instance.of(refused).lifecycle()).isEqualTo(LifecycleState.TRANSIENT);
            assertThat(Calls.take()).containsExactly("PrePersist refused key=null");
        }

        @Test
        void keepsAnElementOutOfTheCollectionByAnException() {
            given(new Ticket("a"));
            Ticket ticket = loaded();

            assertThatThrownBy(() -> ticket.remarks.add(new Remark("refused")))
                    .isExactlyInstanceOf(IllegalStateException.class);

            assertThat(ticket.remarks).isEmpty();
        }

        @Test
        void keepsTheCopyOutsideByAnException() {
            assertThatThrownBy(() -> session.merge(new Ticket("refused")))
                    .isExactlyInstanceOf(IllegalStateException.class);
            session.flush();

            assertThat(session.newObjects()).isEmpty();
            assertThat(Calls.take()).containsExactly("PrePersist refused key=null");
        }

        @Test
        void isNotCalledForADetachedObjectThatComesBack() {
            given(new Ticket("a"));
            Ticket ticket = loaded();
            session.expunge(ticket);

            session.add(ticket);

            assertThat(Calls.take()).isEmpty();
        }

        @Test
        void isCalledAgainWhenAnObjectIsAddedAfterARollback() {
            Ticket ticket = new Ticket("a");
            session.add(ticket);
            session.rollback();
            Calls.take();

            session.add(ticket);

            assertThat(Calls.take()).containsExactly("PrePersist a key=null");
        }
    }

    @Nested
    @DisplayName("PostPersist")
    class PostPersist {
        @Test
        void isCalledBehindTheInsertWithTheGeneratedKey() {
            Ticket ticket = ticketWithRemark();
            session.add(ticket);
            Calls.take();

            session.flush();

            assertThat(Calls.take()).containsExactly("PostPersist a key=" + ticket.id, "PostPersist r");
        }

        @Test
        void isCalledForANewObjectThatGetsTheRowOfADeletedOne() {
            Folder folder = new Folder(1);
            given(folder, new Page(7, folder));
            session.delete(session.get(Page.class, 7));
            session.add(new Page(7, session.get(Folder.class, 1)));
            session.flush();

            assertThat(Calls.take()).containsExactly("PostPersist page");
        }
    }

    @Nested
    @DisplayName("PreUpdate and PostUpdate")
    class Update {
        @Test
        void areCalledAroundTheUpdate() {
            given(new Ticket("a"));
            loaded().title = "b";
            try (Subscription unused = Mapped.on(Ticket.class).beforeUpdate(event -> Calls.add("listener"))) {
                session.flush();
            }

            assertThat(Calls.take()).containsExactly("PreUpdate b", "listener", "PostUpdate b");
        }

        @Test
        void writeWhatPreUpdateSets() {
            given(new Ticket("a"));
            loaded().title = "b";
            session.commit();

            assertThat(loaded().state).isEqualTo("changed");
        }

        @Test
        void areNotCalledWithoutANetChange() {
            given(new Ticket("a"));
            Ticket ticket = loaded();
            ticket.title = "b";
            ticket.title = "a";
            session.flush();

            assertThat(Calls.take()).isEmpty();
        }

        @Test
        void areNotCalledForAChangeOfACollectionAlone() {
            given(new Ticket("a"));
            loaded().remarks.add(new Remark("r"));
            session.flush();

            assertThat(Calls.take()).containsExactly("PrePersist r", "PostPersist r");
        }

        @Test
        void areCalledForAReferenceThatFollowsTheOtherSide() {
            given(ticketWithRemark(), new Ticket("b"));
            List<Ticket> tickets = session.query(Ticket.class).list();
            Remark remark = session.query(Remark.class).one();
            Calls.take();

            remark.ticket = tickets.get(1);
            session.flush();

            assertThat(Calls.take()).containsExactly("PreUpdate r", "PostUpdate r");
        }

        @Test
        void areNotCalledForANewObjectThatIsChangedBeforeItsInsert() {
            Ticket ticket = new Ticket("a");
            session.add(ticket);
            ticket.title = "b";
            session.flush();

            assertThat(Calls.take()).containsExactly("PrePersist a key=null", "PostPersist b key=1");
        }

        @Test
        void areNotCalledForAnObjectThatIsChangedAndRemoved() {
            given(new Ticket("a"));
            Ticket ticket = loaded();
            ticket.title = "b";
            session.delete(ticket);
            session.flush();

            assertThat(Calls.take()).containsExactly("PreRemove b", "PostRemove b");
        }
    }

    @Nested
    @DisplayName("PreRemove and PostRemove")
    class Remove {
        @Test
        void areCalledWithinDeleteAndBehindTheStatement() {
            given(new Ticket("a"));
            session.delete(loaded());
            assertThat(Calls.take()).containsExactly("PreRemove a");

            session.flush();

            assertThat(Calls.take()).containsExactly("PostRemove a");
        }

        @Test
        void areCalledForObjectsThatDeleteCascadesTo() {
            given(ticketWithRemark());
            session.delete(loaded());
            session.flush();

            assertThat(Calls.take()).containsExactly("PreRemove a", "PreRemove r", "PostRemove r", "PostRemove a");
        }

        @Test
        void areCalledForAnOrphanWithinTheFlush() {
            given(ticketWithRemark());
            loaded().remarks.clear();
            assertThat(Calls.take()).isEmpty();

            session.flush();

            assertThat(Calls.take()).containsExactly("PreRemove r", "PostRemove r");
        }

        @Test
        void areCalledOnceForAnObjectThatIsDeletedTwice() {
            given(new Ticket("a"));
            Ticket ticket = loaded();
            session.delete(ticket);
            session.delete(ticket);
            session.flush();

            assertThat(Calls.take()).containsExactly("PreRemove a", "PostRemove a");
        }

        @Test
        void leaveTheObjectUnmarkedByAnException() {
            given(new Ticket("kept"));
            Ticket kept = loaded();

            assertThatThrownBy(() -> session.delete(kept)).isExactlyInstanceOf(IllegalStateException.class);
            session.flush();

            assertThat(session.deleted()).isEmpty();
            assertThat(Calls.take()).containsExactly("PreRemove kept");
        }

        @Test
        void leaveAllUnmarkedByAnExceptionOfOneTheyCascadeTo() {
            Ticket ticket = new Ticket("a");
            ticket.remarks.add(new Remark("kept"));
            given(ticket);
            Ticket loaded = loaded();

            assertThatThrownBy(() -> session.delete(loaded)).hasMessage("kept");

            assertThat(session.deleted()).isEmpty();
        }
    }

    @Nested
    @DisplayName("PostLoad")
    class PostLoad {
        @Test
        void isCalledForEachObjectOfAQueryOnce() {
            given(ticketWithRemark());

            Ticket ticket = session.query(Ticket.class).one();
            session.query(Ticket.class).one();

            assertThat(Calls.take()).containsExactly("PostLoad a");
            assertThat(ticket.shown).isEqualTo("#" + ticket.id + " a");
        }

        @Test
        void isCalledBeforeARelationshipIsTraversed() {
            given(ticketWithRemark());
            Ticket ticket = session.query(Ticket.class).one();
            Calls.take();

            ticket.remarks.size();

            assertThat(Calls.take()).containsExactly("PostLoad r");
        }

        @Test
        void isCalledAfterRefresh() {
            given(new Ticket("a"));
            Ticket ticket = loaded();

            session.refresh(ticket);

            assertThat(Calls.take()).containsExactly("PostLoad a");
        }

        @Test
        void isNotCalledWhenExpiredValuesAreReadAgain() {
            given(new Ticket("a"));
            Ticket ticket = loaded();
            session.expire(ticket);

            assertThat(ticket.title).isEqualTo("a");

            assertThat(Calls.take()).isEmpty();
        }

        @Test
        void isNotCalledForANewObjectNorForItsMergedCopy() {
            session.add(new Ticket("a"));
            session.merge(new Ticket("b"));
            session.flush();

            assertThat(Calls.take()).noneMatch(call -> call.startsWith("PostLoad"));
        }

        @Test
        void makesNoChangeByWhatItSets() {
            given(new Ticket("a"));

            loaded();

            assertThat(session.dirty()).isEmpty();
        }

        @Test
        void mayReadACollectionThatIsLoadedForIt() {
            Folder folder = new Folder(1);
            given(folder, new Page(1, folder), new Page(2, folder));

            assertThat(session.get(Folder.class, 1).count).isEqualTo(2);
        }

        @Test
        void mayComeBeforeACollectionThatTheSameStatementBrings() {
            Folder folder = new Folder(1);
            given(folder, new Page(1, folder), new Page(2, folder));

            Folder loaded = session.query(Folder.class)
                    .options(LoadOptions.NONE.load(LoadStrategy.JOINED, "pages"))
                    .one();

            assertThat(loaded.pages).hasSize(2);
            assertThat(loaded.count).isLessThan(2);
        }

        @Test
        void runsBeforeListenersOfTheApplication() {
            given(new Ticket("a"));
            try (Subscription unused = InstanceEvents.on(Ticket.class).load(event -> Calls.add("listener"))) {
                session.query(Ticket.class).one();
            }

            assertThat(Calls.take()).containsExactly("PostLoad a", "listener");
        }
    }

    @Test
    @DisplayName("none is called for statements for many rows")
    void noneIsCalledForStatementsForManyRows() {
        given(new Ticket("a"));
        session.deleteFrom(Ticket.class).execute();

        assertThat(Calls.take()).isEmpty();
    }

    @Test
    @DisplayName("an exception within the flush ends it")
    void anExceptionWithinTheFlushEndsIt() {
        given(new Ticket("a"));
        loaded().title = "b";
        try (Subscription unused = Mapped.on(Ticket.class).first().beforeUpdate(event -> {
            throw new IllegalStateException("stop");
        })) {
            assertThatThrownBy(session::flush).isExactlyInstanceOf(IllegalStateException.class);
        }
        session.rollback();

        assertThat(loaded().title).isEqualTo("a");
    }
}
