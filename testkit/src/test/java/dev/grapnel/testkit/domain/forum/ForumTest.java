package dev.grapnel.testkit.domain.forum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.mapping.builder.EntityMapping;
import dev.grapnel.testkit.domain.ModelTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A forum without annotations on")
class ForumTest extends ModelTest {
    private static final OffsetDateTime MORNING = OffsetDateTime.of(2026, 1, 2, 8, 30, 0, 0, ZoneOffset.UTC);
    private static final ColumnAttribute<Topic, String> TITLE = ColumnAttribute.of(Topic.class, "title", String.class);

    @Override
    protected Registry map() {
        return Registry.of(
                EntityMapping.of(Author.class, m -> {
                    m.table("author");
                    m.id(Author::getNick).column("nick").length(30);
                    m.value(Author::isModerator)
                            .convert(boolean.class, String.class, yes -> yes ? "Y" : "N", "Y"::equals)
                            .column("moderator")
                            .length(1);
                }),
                EntityMapping.of(Topic.class, m -> {
                    m.table("topic");
                    m.index("topic_by_title", "title");
                    m.id(Topic::getId).identity();
                    m.version(Topic::getVersion);
                    m.value(TITLE).column("title").length(100).notNull();
                    m.value(Topic::getStartedAt).column("started_at");
                    m.toOne(Topic::getStartedBy).column("started_by").notNull();
                    m.toMany(Topic::getPosts)
                            .mappedBy(Post::getTopic)
                            .orderBy("id")
                            .cascade(CascadeType.SAVE_UPDATE, CascadeType.MERGE, CascadeType.DELETE_ORPHAN);
                    m.manyToMany(Topic::getTags).table("topic_tag", "topic_id", "tag");
                }),
                EntityMapping.of(Post.class, m -> {
                    m.table("post");
                    m.id(Post::getId).identity();
                    m.toOne(Post::getTopic).column("topic_id").notNull();
                    m.toOne(Post::getAuthor).column("author").notNull();
                    m.embedded(Post::getBody, Body.class, b -> {
                        b.value(Body::text).large();
                        b.value(Body::format).length(20);
                    });
                }),
                EntityMapping.of(Tag.class, m -> {
                    m.table("tag");
                    m.id(Tag::getName).column("name").length(40);
                    m.manyToMany(Tag::getTopics).mappedBy(Topic::getTags);
                }));
    }

    private Long givenTopic() {
        return inSession(session -> {
            Author ann = new Author("ann");
            ann.setModerator(true);
            Topic topic = new Topic("Greetings", ann, MORNING);
            topic.reply(ann, "hello");
            topic.reply(new Author("bob"), "hi");
            topic.getTags().add(new Tag("news"));
            topic.see();
            session.add(topic);
            session.flush();
            return topic.getId();
        });
    }

    @Test
    void addsATopicWithAllThatHangsOnIt() {
        Long key = givenTopic();

        inSession(session -> {
            Topic topic = session.get(Topic.class, key);
            assertThat(topic.getPosts())
                    .extracting(post -> post.getBody().text())
                    .containsExactly("hello", "hi");
            assertThat(topic.getTags()).extracting(Tag::getName).containsExactly("news");
            assertThat(topic.getStartedBy().isModerator()).isTrue();
            assertThat(topic.getStartedAt()).isEqualTo(MORNING);
            assertThat(topic.getSeen()).isZero();
            return topic;
        });
    }

    @Test
    void keepsBothSidesInStep() {
        inSession(session -> {
            Topic topic = new Topic("Rules", new Author("eve"), MORNING);
            Tag tag = new Tag("must");
            session.add(topic);
            topic.getTags().add(tag);

            assertThat(tag.getTopics()).containsExactly(topic);
            return topic;
        });
    }

    @Test
    void findsByAnAttributeNamedByAConstant() {
        givenTopic();

        List<Topic> found = inSession(session ->
                session.query(Topic.class).where(TITLE.eq("Greetings")).list());

        assertThat(found).hasSize(1);
    }

    @Test
    void changesATitleAndAPost() {
        Long key = givenTopic();
        inSession(session -> {
            Topic topic = session.get(Topic.class, key);
            topic.setTitle("Hello");
            topic.getPosts().get(0).edit("HELLO");
            return topic;
        });

        inSession(session -> {
            Topic topic = session.get(Topic.class, key);
            assertThat(topic.getTitle()).isEqualTo("Hello");
            assertThat(topic.getPosts().get(0).getBody()).isEqualTo(new Body("HELLO", "markdown"));
            assertThat(topic.getVersion()).isEqualTo(2);
            return topic;
        });
    }

    @Test
    void deletesPostsThatLeaveAndThoseOfATopicThatGoes() {
        Long key = givenTopic();
        inSession(session -> {
            session.get(Topic.class, key).getPosts().remove(0);
            return session;
        });
        List<Post> left = inSession(session -> session.query(Post.class).list());
        assertThat(left).hasSize(1);

        inSession(session -> {
            session.delete(session.get(Topic.class, key));
            return session;
        });

        inSession(session -> {
            assertThat(session.query(Post.class).list()).isEmpty();
            assertThat(session.query(Tag.class).list()).hasSize(1);
            assertThat(session.query(Author.class).list()).hasSize(2);
            return session;
        });
    }
}
