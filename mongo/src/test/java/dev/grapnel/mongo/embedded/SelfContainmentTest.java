package dev.grapnel.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.ValidationException;
import dev.grapnel.mongo.AnnotatedClasses;
import dev.grapnel.mongo.embedded.People.Branch;
import dev.grapnel.mongo.embedded.People.Person;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("An object that would be a part of itself")
class SelfContainmentTest extends AnnotatedClasses {
    SelfContainmentTest() {
        super(Person.class);
    }

    private Branch trunkOfAPerson() {
        Person person = new Person(1);
        Branch trunk = new Branch("trunk");
        person.tree = trunk;
        session.save(person);
        session.flush();
        return trunk;
    }

    private Document tree() {
        return server.documents("people").get(0).get("tree", Document.class);
    }

    @Test
    @Tag("ODM-V3")
    void isRefusedWhereItIsPutIntoAList() {
        Branch trunk = trunkOfAPerson();

        assertThatThrownBy(() -> trunk.branches.add(trunk))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Cannot put an object or list into a document where it would be a part of itself."
                        + " Put another one there, or the id of one.");
        assertThat(trunk.branches).isEmpty();
    }

    @Test
    @Tag("ODM-V3")
    void isRefusedWhereItIsAssigned() {
        Branch trunk = trunkOfAPerson();
        Branch twig = new Branch("twig");
        trunk.branches.add(twig);

        assertThatThrownBy(() -> twig.branches = List.of(new Branch("leaf"), trunk))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("it would be a part of itself");
        assertThat(twig.branches).isEmpty();
        twig.name = "written still";
        session.flush();
        assertThat(tree().getList("branches", Document.class).get(0)).containsEntry("name", "written still");
    }

    @Test
    @Tag("ODM-V3")
    void isRefusedWhenItComesIntoADocument() {
        Branch trunk = new Branch("trunk");
        trunk.branches.add(trunk);
        Person person = new Person(1);

        assertThatThrownBy(() -> person.tree = trunk)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("objects of " + Branch.class.getName()
                        + " stand within one another more than 100 deep, or one is a part of itself.");
        assertThat(person.tree).isNull();
    }

    @Test
    @Tag("ODM-S6")
    void isNoneAnyMoreWhenItWasTakenOut() {
        Branch trunk = trunkOfAPerson();
        Branch twig = new Branch("twig");
        trunk.branches.add(twig);
        trunk.branches.remove(twig);

        twig.branches.add(new Branch("leaf"));
        trunk.branches = List.of(twig);
        session.flush();

        assertThat(tree().getList("branches", Document.class)).hasSize(1);
    }
}
