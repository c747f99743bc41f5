package dev.grapnel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.mongo.family.Child;
import dev.grapnel.mongo.family.Club;
import dev.grapnel.mongo.family.Member;
import dev.grapnel.mongo.family.Parent;
import dev.grapnel.mongo.mapping.AmbiguousJoinException;
import dev.grapnel.mongo.mapping.DocumentMapping;
import dev.grapnel.mongo.mapping.DocumentRegistry;
import dev.grapnel.mongo.mapping.FieldOption;
import dev.grapnel.mongo.mapping.NoJoinException;
import dev.grapnel.mongo.mapping.Via;
import dev.grapnel.mongo.schema.Schema;
import dev.grapnel.mongo.session.OdmSessionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A relation")
class RelationTest {
    @RegisterExtension
    final MemoryServer server = new MemoryServer();

    private final DocumentRegistry registry = DocumentRegistry.create();
    private final List<String> trace = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private OdmSession session;

    @BeforeEach
    void open() {
        session = OdmSessionFactory.of(server.store())
                .extensions(own -> new Recorder("S", trace))
                .open();
    }

    @AfterEach
    void free() {
        registry.dispose();
    }

    private static DocumentMapping<Parent> parent() {
        return DocumentMapping.of(Parent.class).collection("parent").field("id", "_id", Schema.integer());
    }

    private static DocumentMapping<Child> child() {
        return DocumentMapping.of(Child.class).collection("child").field("id", "_id", Schema.integer());
    }

    private void family() {
        registry.map(parent().relation("children", Child.class));
        registry.map(child().foreignId("parentId", Parent.class).relation("parent", Parent.class));
        session.save(new Parent(1));
        session.save(new Parent(2));
        session.save(new Child(1, 1));
        session.save(new Child(2, 1));
        session.flush();
        trace.clear();
    }

    private void clubs() {
        registry.map(DocumentMapping.of(Club.class)
                .collection("club")
                .field("id", "_id", Schema.integer())
                .relation("members", Member.class));
        registry.map(DocumentMapping.of(Member.class)
                .collection("member")
                .field("id", "_id", Schema.integer())
                .foreignIds("clubIds", Club.class)
                .relation("clubs", Club.class));
        session.save(new Club(1));
        session.save(new Club(2));
        session.save(new Member(1, 1, 2));
        session.save(new Member(2, 2));
        session.flush();
        trace.clear();
    }

    private Parent parent(int id) {
        return Objects.requireNonNull(session.get(Parent.class, id));
    }

    private Child child(int id) {
        return Objects.requireNonNull(session.get(Child.class, id));
    }

    @Test
    @Tag("ODM-P4")
    @Tag("ODM-P5")
    void toOneIsReadByGetAndToManyByAQuery() {
        family();

        assertThat(child(1).parent).isSameAs(parent(1));
        assertThat(trace).isEmpty();
        assertThat(parent(1).children).containsExactly(child(1), child(2));
        assertThat(trace).startsWith("S cursor_created find").hasSize(7);
    }

    @Test
    @Tag("ODM-P6")
    void isReadOnce() {
        family();

        Object read = parent(1).children;
        trace.clear();

        assertThat(parent(1).children).isSameAs(read);
        assertThat(trace).isEmpty();
    }

    @Test
    @Tag("ODM-P6")
    void isReadEachTimeIfNothingIsToBeKept() {
        registry.map(parent().relation("children", Child.class, Via.any().unfetched()));
        registry.map(child().foreignId("parentId", Parent.class));
        Parent parent = session.save(new Parent(1));
        session.save(new Child(1, 1));
        session.flush();

        assertThat(parent.children).hasSize(1);
        session.save(new Child(2, 1));
        session.flush();
        assertThat(parent.children).hasSize(2);
    }

    @Test
    @Tag("ODM-P7")
    void toManyRefusesChangesInPlace() {
        family();

        assertThatThrownBy(() -> Objects.requireNonNull(parent(1).children).add(child(1)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Tag("ODM-P8")
    void toOneSetsTheForeignIdWhenItIsAssigned() {
        family();
        Child child = child(1);
        assertThat(child.parent).isSameAs(parent(1));

        child.parent = parent(2);
        assertThat(child.parentId).isEqualTo(2);
        assertThat(child.parent).isSameAs(parent(2));
        assertThat(ObjectState.of(child).status()).isEqualTo(ObjectStatus.DIRTY);

        child.parent = null;
        assertThat(child.parentId).isNull();
        assertThat(child.parent).isNull();
    }

    @Test
    void followsItsForeignIdWhenThatIsAssigned() {
        family();
        Child child = child(1);
        assertThat(child.parent).isSameAs(parent(1));

        child.parentId = 2;

        assertThat(child.parent).isSameAs(parent(2));
    }

    @Test
    @Tag("ODM-P8")
    void toManyClearsTheOldOnesAndSetsTheNewOnes() {
        family();
        session.save(new Child(3, null));
        session.flush();

        parent(1).children = List.of(child(2), child(3));
        session.flush();

        assertThat(server.documents("child"))
                .extracting(document -> document.get("parentId"))
                .containsExactly(null, 1, 1);
        assertThat(parent(1).children).containsExactly(child(2), child(3));
    }

    @Test
    @Tag("ODM-P8")
    void manyToManyReplacesTheListWhereItIs() {
        clubs();
        Member member = Objects.requireNonNull(session.get(Member.class, 2));

        member.clubs = List.of(Objects.requireNonNull(session.get(Club.class, 1)));

        assertThat(member.clubIds).containsExactly(1);
        assertThat(member.clubs).hasSize(1);
    }

    @Test
    @Tag("ODM-P8")
    void manyToManyChangesEachAffectedListFromTheOtherSide() {
        clubs();
        Club club = Objects.requireNonNull(session.get(Club.class, 1));
        assertThat(club.members).hasSize(1);

        club.members = List.of(Objects.requireNonNull(session.get(Member.class, 2)));
        session.flush();

        assertThat(server.documents("member"))
                .extracting(document -> document.get("clubIds"))
                .containsExactly(List.of(2), List.of(2, 1));
    }

    @Test
    @Tag("ODM-P4")
    void withoutAForeignIdIsRefusedWhenItIsRead() {
        registry.map(parent().relation("children", Child.class));
        registry.map(child());
        Parent parent = session.save(new Parent(1));

        assertThatThrownBy(() -> ObjectState.of(parent).get("children"))
                .isInstanceOf(NoJoinException.class)
                .hasMessageContaining("Cannot follow relation Parent.children: no foreign id leads from");
    }

    @Test
    @Tag("ODM-P4")
    void withSeveralForeignIdsSaysByWhich() {
        registry.map(parent());
        registry.map(child().foreignId("parentId", Parent.class)
                .foreignId("other", Parent.class)
                .relation("parent", Parent.class));
        Child child = session.save(new Child(1, 1));

        assertThatThrownBy(() -> ObjectState.of(child).get("parent"))
                .isInstanceOf(AmbiguousJoinException.class)
                .hasMessageContaining(
                        "Child.parentId, Child.other. Say which one with Via.field, Via.own or Via.other.");
    }

    @Test
    @Tag("ODM-P4")
    void goesByTheForeignIdThatIsNamed() {
        registry.map(parent());
        registry.map(child().foreignId("parentId", Parent.class)
                .foreignId("other", Parent.class)
                .relation("parent", Parent.class, Via.field("other")));
        Parent parent = session.save(new Parent(7));
        Child child = session.save(new Child(1, 1));
        ObjectState.of(child).set("other", 7);

        assertThat(child.parent).isSameAs(parent);
    }

    @Test
    @Tag("ODM-P9")
    void writesNothingButWhatWasSavedAndInThatOrder() {
        registry.map(parent().relation("children", Child.class));
        registry.map(child().foreignId("parentId", Parent.class).relation("parent", Parent.class));
        Child child = session.save(new Child(1, null));
        Parent parent = new Parent(1);
        child.parent = parent;

        session.flush();

        assertThat(server.documents("parent")).isEmpty();
        assertThat(server.documents("child")).containsExactly(new Document("_id", 1).append("parentId", 1));
    }

    @Test
    @Tag("ODM-P3")
    void hasNoNullInAListOfForeignIds() {
        assertThatThrownBy(() -> parent().foreignIds("ids", Child.class, FieldOption.ALLOW_NULL))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("a list of foreign ids cannot be null. Leave ALLOW_NULL out.");
    }

    @Test
    @Tag("ODM-P3")
    void standsOnAnIdOfTheTypeOfItsTarget() {
        family();

        assertThatThrownBy(() -> ObjectState.of(child(1)).set("parentId", "text"))
                .hasMessageContaining("Cannot set Child.parentId: expected a whole number, got the text 'text'.");
    }
}
