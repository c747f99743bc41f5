package dev.grapnel.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParentLinksTest {
    private final ParentLinks links = new ParentLinks("books", null);

    @Test
    void aCutLinkIsKnown() {
        assertThat(links.knows("books")).isTrue();
        assertThat(links.get("books")).isNull();
    }

    @Test
    void aRelationshipThatNobodyToldOfIsNotKnown() {
        assertThat(links.knows("shelf")).isFalse();
        assertThat(links.get("shelf")).isNull();

        links.put("room", null);

        assertThat(links.knows("shelf")).isFalse();
        assertThat(links.get("shelf")).isNull();
    }

    @Test
    void allAreGivenInTheOrderOfTheFirstLink() {
        links.put("shelf", null);
        links.put("room", null);
        links.put("books", null);
        links.put("shelf", null);

        assertThat(links.all().keySet()).containsExactly("books", "shelf", "room");
    }

    @Test
    void whatIsGivenIsACopy() {
        links.all().clear();

        assertThat(links.knows("books")).isTrue();
    }
}
