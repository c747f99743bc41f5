package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.MultipleObjectsFoundException;
import dev.grapnel.core.error.ObjectNotFoundException;
import dev.grapnel.core.error.ValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A cursor")
class CursorTest extends OneCollectionTest {

    @BeforeEach
    void store() {
        stored(1, 10);
        stored(2, 20);
        stored(3, 30);
        session.registerExtension(own -> new Recorder("S", trace));
    }

    private static List<Object> ids(List<Doc> docs) {
        List<Object> ids = new ArrayList<>();
        docs.forEach(doc -> ids.add(doc.id));
        return ids;
    }

    @Test
    @Tag("ODM-Q1")
    void runsItsQueryAtTheFirstRow() {
        OdmCursor<Doc> cursor = session.find(Doc.class);
        stored(4, 40);

        assertThat(cursor.all()).hasSize(4);
    }

    @Test
    @Tag("ODM-Q3")
    void hasOnePairOfHooksForFirstAndTwoForOne() {
        session.find(Doc.class).first();
        assertThat(trace).containsExactly("S cursor_created find", "S before_cursor_next", "S after_cursor_next");
        trace.clear();

        session.find(Doc.class, new Document("_id", 1)).one();
        assertThat(trace).hasSize(5);
    }

    @Test
    @Tag("ODM-Q4")
    void hidesARowIfAHookBehindItThrows() {
        session.registerExtension(own -> new SessionExtension() {
            @Override
            public void afterCursorNext(OdmCursor<?> cursor) {
                throw new IllegalStateException("no");
            }
        });

        assertThatThrownBy(() -> session.find(Doc.class).first()).hasMessage("no");
        assertThat(session.unitOfWork().size()).isEqualTo(1);
    }

    @Test
    @Tag("ODM-Q5")
    void isMadeAnewByEachRefinementOfTheSameQuery() {
        List<Doc> found = session.find(Doc.class)
                .sort(new Document("a", -1))
                .skip(1)
                .limit(1)
                .all();

        assertThat(ids(found)).containsExactly(2);
        assertThat(trace)
                .startsWith(
                        "S cursor_created find",
                        "S cursor_created sort",
                        "S cursor_created skip",
                        "S cursor_created limit");
    }

    @Test
    @Tag("ODM-Q5")
    void sharesItsQueryWithThoseMadeOfIt() {
        OdmCursor<Doc> one = session.find(Doc.class).sort(new Document("_id", 1));
        OdmCursor<Doc> other = one.limit(3);

        assertThat(one.next().id).isEqualTo(1);
        assertThat(other.next().id).isEqualTo(2);
    }

    @Test
    @Tag("ODM-Q6")
    void keepsItsOptionsWhenItIsRefined() {
        OdmCursor<Doc> cursor = session.find(Doc.class, new Document(), FindOptions.NONE.projection("a"));

        Doc doc = cursor.sort(new Document("a", 1)).limit(1).one();
        doc.a = 11;
        session.flush();

        assertThat(server.documents("doc").get(0)).containsEntry("b", List.of());
        assertThat(cursor.options().projected()).containsExactly("a");
    }

    @Test
    @Tag("ODM-Q7")
    void refusesToBeRefinedAfterTheFirstRow() {
        OdmCursor<Doc> cursor = session.find(Doc.class);
        cursor.next();

        assertThatThrownBy(() -> cursor.limit(1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Cannot limit a query of collection 'doc': it has run already.");
    }

    @Test
    @Tag("ODM-Q8")
    void countsAndTellsValuesWithoutHooks() {
        OdmCursor<Doc> cursor = session.find(Doc.class);
        trace.clear();

        assertThat(cursor.count()).isEqualTo(3);
        assertThat(cursor.distinct("a")).containsExactly(10, 20, 30);
        assertThat(trace).isEmpty();
    }

    @Test
    @Tag("ODM-Q9")
    void refusesToGiveOneOfNoneOrMany() {
        assertThatThrownBy(() -> session.find(Doc.class, new Document("_id", 9)).one())
                .isInstanceOf(ObjectNotFoundException.class);
        assertThatThrownBy(() -> session.find(Doc.class).one()).isInstanceOf(MultipleObjectsFoundException.class);
        assertThat(session.unitOfWork().size()).isEqualTo(2);
    }

    @Test
    @Tag("ODM-Q9")
    void endsWithAnErrorOfNextAndNothingForFirst() {
        OdmCursor<Doc> cursor = session.find(Doc.class);
        cursor.all();

        assertThatThrownBy(cursor::next).isInstanceOf(NoSuchElementException.class);
        assertThat(cursor.first()).isEmpty();
    }

    @Test
    @Tag("ODM-Q10")
    void takesRowsAsTheyAreIfItIsToldTo() {
        server.collection("doc").insertOne(new Document("_id", 9).append("a", 1).append("zz", "kept"));
        OdmCursor<Doc> cursor = session.find(Doc.class, new Document("_id", 9), FindOptions.NONE.withoutValidation());

        assertThatThrownBy(() -> cursor.limit(1)).isInstanceOf(InvalidRequestException.class);
        assertThat(ObjectState.of(cursor.one()).document())
                .isEqualTo(new Document("_id", 9).append("a", 1).append("zz", "kept"));
    }

    @Test
    @Tag("ODM-Q11")
    void decoratesItsObjects() {
        List<Object> seen = new ArrayList<>();

        session.find(Doc.class, new Document(), FindOptions.NONE.decorate(object -> {
                    seen.add(object);
                    return object;
                }))
                .all();

        assertThat(seen).hasSize(3);
    }

    @Test
    @Tag("ODM-V4")
    @Tag("ODM-I3")
    void goesOnBehindARowThatIsNotAsDeclared() {
        server.collection("doc").updateOne(new Document("_id", 2), new Document("$set", new Document("a", "text")));
        OdmCursor<Doc> cursor = session.find(Doc.class).sort(new Document("_id", 1));

        assertThat(cursor.next().id).isEqualTo(1);
        assertThatThrownBy(cursor::next)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("with _id 2 of collection 'doc'")
                .hasMessageContaining("a: expected a whole number, got the text 'text'");
        assertThat(cursor.next().id).isEqualTo(3);
    }

    @Test
    @Tag("ODM-S11")
    void givesUntrackedListsIfItIsToldTo() {
        Doc doc = session.find(Doc.class, new Document("_id", 1), FindOptions.NONE.untracked())
                .one();

        doc.b.add(1);

        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
    }

    @Test
    void givesItsObjectsAsAStream() {
        assertThat(session.find(Doc.class).stream().map(doc -> doc.a)).contains(10, 20, 30);
    }
}
