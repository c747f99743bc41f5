package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Updates;
import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A document session")
class SessionCallTest extends OneCollectionTest {

    @Test
    @Tag("ODM-S1")
    void knowsTheStateOfAnObject() {
        Doc doc = saved(1, 5);
        doc.a = 6;

        ObjectState<Doc> state = ObjectState.of(doc);

        assertThat(state.object()).isSameAs(doc);
        assertThat(state.session()).isSameAs(session);
        assertThat(state.document()).isEqualTo(document(1, 6));
        assertThat(state.originalDocument()).isEqualTo(document(1, 5));
    }

    @Test
    @Tag("ODM-S1")
    void knowsWhatAListWasBeforeItChanged() {
        Doc doc = saved(1, 5);

        doc.b.add(1);
        doc.b.add(2);

        assertThat(ObjectState.of(doc).originalDocument()).containsEntry("b", List.of());
    }

    @Test
    @Tag("ODM-S9")
    void deletesNothingBeforeTheFlush() {
        Doc doc = saved(1, 5);

        session.delete(doc);
        assertThat(server.documents("doc")).hasSize(1);
        session.flush();

        assertThat(server.documents("doc")).isEmpty();
        assertThat(session.contains(doc)).isFalse();
    }

    @Test
    @Tag("ODM-S10")
    void revivesADeletedObjectOnlyByARefreshingQuery() {
        Doc doc = saved(1, 5);
        session.delete(doc);

        session.save(doc);
        assertThat(status(doc)).isEqualTo(ObjectStatus.DELETED);
        session.find(Doc.class, new Document(), FindOptions.NONE.refresh()).all();

        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
    }

    @Test
    @Tag("ODM-S10")
    void deletesAnObjectAgainThatIsSavedAfterItsDelete() {
        Doc doc = saved(1, 5);
        session.delete(doc);
        session.flush();
        stored(1, 6);

        session.save(doc);
        session.flush();

        assertThat(server.documents("doc")).isEmpty();
    }

    @Test
    @Tag("ODM-C1")
    @Tag("ODM-F6")
    void writesAnObjectBackThatWasRemovedByQuery() {
        Doc doc = saved(1, 5);
        session.remove(Doc.class, new Document("_id", 1));

        doc.a = 6;
        session.flush();

        assertThat(server.documents("doc")).containsExactly(document(1, 6));
    }

    @Test
    @Tag("ODM-C2")
    void removesEverythingWithAnEmptyFilter() {
        saved(1, 5);
        saved(2, 5);

        assertThat(session.remove(Doc.class, new Document()).getDeletedCount()).isEqualTo(2);
    }

    @Test
    @Tag("ODM-C3")
    void refusesOptionsWithoutAFilter() {
        assertThatThrownBy(() -> session.find(Doc.class, null, FindOptions.NONE.refresh()))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("with options and without a filter. Give an empty filter to mean all documents.");
    }

    @Test
    @Tag("ODM-C4")
    void flushesBeforeAQueryOnlyIfItIsToldTo() {
        OdmSession eager = OdmSessionFactory.of(server.store()).autoflush(true).open();
        eager.save(new Doc(1, 1));
        session.save(new Doc(2, 2));

        assertThat(session.find(Doc.class).all()).isEmpty();
        assertThat(eager.find(Doc.class).all()).hasSize(1);
    }

    @Test
    @Tag("ODM-C4")
    void doesNotFlushForAKnownObject() {
        OdmSession eager = OdmSessionFactory.of(server.store()).autoflush(true).open();
        Doc doc = eager.save(new Doc(1, 1));

        assertThat(eager.get(Doc.class, 1)).isSameAs(doc);
        assertThat(server.documents("doc")).isEmpty();
    }

    @Test
    @Tag("ODM-C4")
    void flushesBeforeItFindsAndChangesAndNotBeforeWritesByQuery() {
        OdmSession eager = OdmSessionFactory.of(server.store()).autoflush(true).open();
        Document all = new Document();
        eager.save(new Doc(1, 1));

        assertThat(eager.remove(Doc.class, all).getDeletedCount()).isZero();
        assertThat(eager.update(Doc.class, all, Updates.set("a", 2), UpdateQuery.Options.ALL)
                        .getMatchedCount())
                .isZero();
        assertThat(eager.findOneAndUpdate(Doc.class, all, Updates.set("a", 3), FindOneOptions.AFTER))
                .isNotNull();
    }

    @Test
    @Tag("ODM-N1")
    void sharesAnExtensionWithOthersIfItIsGivenAsOne() {
        List<Object> heard = new ArrayList<>();
        SessionExtension shared = new SessionExtension() {
            @Override
            public void beforeFlush(@Nullable Object object) {
                heard.add(this);
            }
        };
        OdmSessionFactory factory = OdmSessionFactory.of(server.store()).extensions(SessionExtensionFactory.of(shared));

        factory.open().flush();
        factory.open().flush();

        assertThat(heard).containsExactly(shared, shared);
    }

    @Test
    @Tag("ODM-C5")
    void updatesADocumentOnlyIfItWasNotModified() {
        Doc doc = saved(1, 5);
        Document change = new Document("$set", new Document("a", 9));

        assertThat(session.updateIfNotModified(doc, change)).isTrue();
        assertThat(session.updateIfNotModified(doc, change)).isFalse();
        assertThatThrownBy(() -> session.updateIfNotModified(new Doc(2), change))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("it was never written. Flush it first.");
    }

    @Test
    @Tag("ODM-C6")
    void refusesAValueThatIsNotMappedAndStaysAsItWas() {
        assertThatThrownBy(() -> session.save("text")).isInstanceOf(UnmappedClassException.class);

        session.flush();
        assertThat(session.unitOfWork().size()).isZero();
    }

    @Test
    @Tag("ODM-I1")
    void findsAnObjectByClassAndIdBeforeItIsWritten() {
        Doc doc = session.save(new Doc(1, 5));

        assertThat(session.get(Doc.class, 1)).isSameAs(doc);
        assertThat(session.identityMap().entries()).containsExactly(new IdentityMap.Entry(Doc.class, 1, doc));
    }

    @Test
    @Tag("ODM-I2")
    void keepsUnsavedChangesUnlessAQueryRefreshes() {
        Doc doc = saved(1, 5);
        doc.a = 6;

        assertThat(session.find(Doc.class).one()).isSameAs(doc);
        assertThat(doc.a).isEqualTo(6);
        session.find(Doc.class, new Document(), FindOptions.NONE.refresh()).one();
        assertThat(doc.a).isEqualTo(5);
        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
    }

    @Test
    @Tag("ODM-I5")
    void writesASecondDocumentIfTheIdIsChanged() {
        Doc doc = saved(1, 5);

        doc.id = 2;
        session.flush();

        assertThat(server.documents("doc")).containsExactly(document(1, 5), document(2, 5));
        assertThat(session.identityMap().get(Doc.class, 2)).isSameAs(doc);
    }

    @Test
    @Tag("ODM-I6")
    void keepsItsObjectsUntilTheyLeave() {
        saved(1, 5);

        System.gc();

        assertThat(session.unitOfWork().all()).hasSize(1);
        session.clear();
        assertThat(session.unitOfWork().all()).isEmpty();
    }

    @Test
    @Tag("ODM-R1")
    void refreshesTheObjectItself() {
        Doc doc = saved(1, 5);
        doc.a = 6;
        doc.b.add(1);

        assertThat(session.refresh(doc)).isSameAs(doc);

        assertThat(doc.a).isEqualTo(5);
        assertThat(doc.b).isEmpty();
        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
    }

    @Test
    @Tag("ODM-R1")
    void givesNothingForAnObjectWhoseDocumentIsGone() {
        Doc doc = saved(1, 5);
        server.collection("doc").deleteOne(new Document());

        assertThat(session.refresh(doc)).isNull();
        assertThat(session.contains(doc)).isFalse();
        assertThat(doc.a).isEqualTo(5);
    }

    @Test
    @Tag("ODM-K8")
    void sharesAnObjectWithAnotherOneAndTheFirstFlushWrites() {
        Doc doc = session.save(new Doc(1, 5));
        OdmSession other = sessions.open();
        other.save(doc);

        assertThat(ObjectState.of(doc).session()).isSameAs(other);
        other.flush();
        session.flush();

        assertThat(server.documents("doc")).hasSize(1);
        assertThat(session.contains(doc)).isTrue();
    }

    @Test
    @Tag("ODM-F3")
    void keepsTheOrderOfEntryWhateverIsRead() {
        Doc one = saved(1, 1);
        Doc two = saved(2, 2);

        session.find(Doc.class, new Document("_id", 1)).one();
        session.get(Doc.class, 1);
        session.save(one);

        assertThat(session.unitOfWork()).containsExactly(one, two);
    }

    @Test
    @Tag("ODM-F6")
    void replacesTheWholeDocument() {
        server.collection("doc").insertOne(new Document("_id", 1).append("a", 1).append("zz", 1));
        Doc doc = session.find(Doc.class).one();

        doc.a = 2;
        session.flush();

        assertThat(only()).isEqualTo(document(1, 2));
    }

    @Test
    @Tag("ODM-F7")
    void writesOnlyWhatWasLoadedOrChanged() {
        server.collection("doc")
                .insertOne(new Document("_id", 1)
                        .append("a", 1)
                        .append("b", List.of(1))
                        .append("zz", 1));
        Doc doc = session.find(Doc.class, new Document(), FindOptions.NONE.projection("a"))
                .one();

        doc.a = 2;
        session.flush();
        assertThat(only()).containsEntry("b", List.of(1)).containsEntry("zz", 1).containsEntry("a", 2);

        doc.b = List.of(9);
        session.flush();
        assertThat(only()).containsEntry("b", List.of(9)).containsEntry("zz", 1);
    }

    @Test
    @Tag("ODM-F7")
    void makesNoDocumentOfAPartOfOneThatIsGone() {
        server.collection("doc").insertOne(new Document("_id", 1).append("a", 1).append("b", List.of(1)));
        Doc doc = session.find(Doc.class, new Document(), FindOptions.NONE.projection("a"))
                .one();
        server.collection("doc").deleteOne(new Document("_id", 1));

        doc.a = 2;
        session.flush();

        assertThat(server.collection("doc").countDocuments()).isZero();
    }

    @Test
    @Tag("ODM-F8")
    void takesADocumentThatIsGoneForDeleted() {
        Doc doc = saved(1, 5);
        server.collection("doc").deleteOne(new Document());
        session.delete(doc);

        session.flush();

        assertThat(session.contains(doc)).isFalse();
    }

    @Test
    @Tag("ODM-F10")
    void deletesAnObjectOnceAlsoIfItIsFlushedAlone() {
        Doc doc = saved(1, 5);
        session.delete(doc);

        session.flush(doc);

        assertThat(session.contains(doc)).isFalse();
    }

    @Test
    @Tag("ODM-F11")
    void withoutADatabaseFailsWhenItWrites() {
        OdmSession unbound = OdmSessionFactory.unbound()
                .extensions(own -> new Recorder("S", trace))
                .open();
        unbound.save(new Doc(1, 1));

        assertThatThrownBy(unbound::flush)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("the session is bound to none. Make it from a factory with a DataStore.");
        assertThat(trace).startsWith("S before_flush").doesNotContain("S after_flush");
    }

    @Test
    @Tag("ODM-K1")
    void isUsableAfterItWasClosed() {
        Doc doc = saved(1, 5);

        session.close();

        assertThat(ObjectState.of(doc).session()).isNull();
        session.save(new Doc(2, 2));
        session.flush();
        assertThat(server.documents("doc")).hasSize(2);
    }

    @Test
    void writesAtOnceWithoutTheHooksOfAFlush() {
        session.registerExtension(own -> new Recorder("S", trace));
        Doc doc = session.save(new Doc(1, 1));

        session.insertNow(doc);
        session.updateNow(doc);
        session.deleteNow(doc);

        assertThat(trace)
                .containsExactly(
                        "S before_insert 1 new",
                        "S after_insert 1 clean",
                        "S before_update 1 clean",
                        "S after_update 1 clean",
                        "S before_delete 1 clean",
                        "S after_delete 1 clean");
        assertThat(session.contains(doc)).isTrue();
    }

    @Test
    @Tag("ODM-Q12")
    void findsAndChangesOneDocument() {
        Doc doc = saved(1, 5);
        Document change = new Document("$set", new Document("a", 6));

        assertThat(session.findOneAndUpdate(Doc.class, new Document("_id", 1), change, FindOneOptions.BEFORE))
                .isSameAs(doc);
        assertThat(doc.a).isEqualTo(5);
        session.findOneAndUpdate(Doc.class, new Document("_id", 1), change, FindOneOptions.AFTER);
        assertThat(doc.a).isEqualTo(6);
        assertThat(status(doc)).isEqualTo(ObjectStatus.CLEAN);
        assertThat(session.findOneAndUpdate(Doc.class, new Document("_id", 7), change, FindOneOptions.AFTER))
                .isNull();
    }

    @Test
    @Tag("ODM-Q12")
    void letsAnObjectGoThatItFoundAndDeleted() {
        Doc doc = saved(1, 5);

        assertThat(session.findOneAndDelete(Doc.class, new Document(), FindOneOptions.BEFORE))
                .isSameAs(doc);

        assertThat(session.contains(doc)).isFalse();
        assertThat(server.documents("doc")).isEmpty();
    }

    @Test
    void givesRawResultsOfAggregationsAndValues() {
        saved(1, 5);
        saved(2, 6);

        assertThat(session.aggregate(Doc.class, List.of(new Document("$match", new Document("a", 6)))))
                .hasSize(1);
        assertThat(session.distinct(Doc.class, "a", new Document())).containsExactly(5, 6);
    }
}
