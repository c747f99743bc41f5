package dev.grapnel.testkit.domain.forum;

public class Post {
    private Long id;
    private Topic topic;
    private Author author;
    private Body body;

    protected Post() {}

    Post(Topic topic, Author author, Body body) {
        this.topic = topic;
        this.author = author;
        this.body = body;
    }

    public Long getId() {
        return id;
    }

    public Topic getTopic() {
        return topic;
    }

    public Author getAuthor() {
        return author;
    }

    public Body getBody() {
        return body;
    }

    public void edit(String text) {
        body = new Body(text, body.format());
    }
}
