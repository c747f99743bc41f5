package dev.grapnel.testkit.domain.forum;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

public class Topic {
    private Long id;
    private String title;
    private Author startedBy;
    private List<Post> posts = new ArrayList<>();
    private Set<Tag> tags = new LinkedHashSet<>();
    private OffsetDateTime startedAt;
    private int version;
    private int seen;

    protected Topic() {}

    public Topic(String title, Author startedBy, OffsetDateTime startedAt) {
        this.title = title;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
    }

    public Long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public Author getStartedBy() {
        return startedBy;
    }

    public List<Post> getPosts() {
        return posts;
    }

    public Post reply(Author by, String text) {
        Post post = new Post(this, by, new Body(text, "markdown"));
        posts.add(post);
        return post;
    }

    public Set<Tag> getTags() {
        return tags;
    }

    public OffsetDateTime getStartedAt() {
        return startedAt;
    }

    public int getVersion() {
        return version;
    }

    public int getSeen() {
        return seen;
    }

    public void see() {
        seen++;
    }
}
