package dev.grapnel.sql.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.InvalidArgumentException;
import dev.grapnel.core.error.UnmappedClassException;
import dev.grapnel.events.Events;
import dev.grapnel.events.Subscription;
import dev.grapnel.sql.mapping.TableRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Typed names of attributes")
class AttributeTest {
    private static final DSLContext H2 = DSL.using(SQLDialect.H2);

    private static final class TestRegistry extends TableRegistry {}

    private final TableRegistry registry = new TestRegistry();

    @BeforeEach
    void map() {
        registry.add(Book.class);
        registry.configure();
    }

    @AfterEach
    void free() {
        registry.dispose();
    }

    @Test
    void renderTheirColumn() {
        assertThat(H2.renderInlined(Book.TITLE.eq("Emma").and(Book.ID.gt(3))))
                .isEqualTo("(\"books\".\"book_title\" = 'Emma' and \"books\".\"id\" > 3)");
    }

    @Test
    void renderTheirColumnInATableOfAnotherName() {
        assertThat(H2.renderInlined(Book.TITLE.inTable(DSL.name("b")).isNull()))
                .isEqualTo("\"b\".\"book_title\" is null");
    }

    @Test
    void writeEnumsAsTheirColumnKeepsThem() {
        assertThat(H2.renderInlined(Book.FORMAT.eq(Book.Format.SCREEN))).isEqualTo("\"books\".\"format\" = 'SCREEN'");
        assertThat(H2.renderInlined(Book.SECOND.eq(Book.Format.SCREEN))).isEqualTo("\"books\".\"second\" = 1");
    }

    @Test
    void readAndWriteThroughARealDatabase() {
        try (var database = DSL.using("jdbc:h2:mem:attributes")) {
            database.execute(
                    "create table \"books\" (\"id\" int, \"book_title\" varchar, \"format\" varchar, \"second\" int)");
            database.execute("insert into \"books\" values (1, 'Emma', 'PAPER', 1)");

            Record found = database.select(Book.ID, Book.TITLE, Book.FORMAT, Book.SECOND.as("s"))
                    .from(Book.ID.mapped().column().table().asJooq())
                    .where(Book.FORMAT.eq(Book.Format.PAPER).and(Book.SECOND.in(Book.Format.SCREEN)))
                    .fetchSingle();

            assertThat(found.get(Book.ID)).isEqualTo(1);
            assertThat(found.get(Book.TITLE)).isEqualTo("Emma");
            assertThat(found.get(Book.FORMAT)).isEqualTo(Book.Format.PAPER);
            assertThat(found.get("s")).isEqualTo(Book.Format.SCREEN);
        }
    }

    @Test
    void areTargetsForEvents() {
        List<String> seen = new ArrayList<>();
        try (Subscription titles = Events.on(Book.TITLE).onSet(event -> seen.add(event.value()));
                Subscription sequels = Events.on(Book.SEQUELS).onAppend(event -> seen.add(event.value().title))) {
            Book emma = new Book();
            emma.title = "Emma";
            emma.sequels.add(emma);
        }
        assertThat(seen).containsExactly("Emma", "Emma");
    }

    @Test
    void ofRelationshipsFindTheirMapping() {
        assertThat(Book.SEQUEL_OF.mapped().otherSide()).isEqualTo("sequels");
        assertThat(Book.SEQUELS.mapped().isCollection()).isTrue();
        assertThat(Book.SEQUELS).hasToString("Book.sequels");
    }

    @Test
    void differIfTheirClassesOrNamesDo() {
        assertThat(Book.TITLE).isEqualTo(ColumnAttribute.of(Book.class, "title", String.class));
        assertThat(Book.TITLE).isNotEqualTo(Book.GONE);
        assertThat(Book.TITLE).hasSameHashCodeAs(ColumnAttribute.of(Book.class, "title", String.class));
    }

    @Test
    void sayThatTheirClassIsNotMapped() {
        registry.dispose();

        assertThatThrownBy(Book.TITLE::mapped)
                .isInstanceOf(UnmappedClassException.class)
                .hasMessage(
                        "Cannot use attribute Book.title: class dev.grapnel.sql.attribute.Book is not mapped to a table."
                                + " Make a registry with that class before statements are built, and do not dispose it before. [UNMAPPED]");
    }

    @Test
    void sayThatTheirAttributeIsNoLongerThere() {
        assertThatThrownBy(Book.GONE::mapped)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage(
                        "Class dev.grapnel.sql.attribute.Book has no mapped attribute 'titel'. Did you mean 'title'? [INVALID_ARGUMENT]");
    }
}
