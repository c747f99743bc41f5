package dev.grapnel.testkit.domain.forum;

public final class Author {
    private String nick;
    private boolean moderator;

    Author() {}

    public Author(String nick) {
        this.nick = nick;
    }

    public String getNick() {
        return nick;
    }

    public boolean isModerator() {
        return moderator;
    }

    public void setModerator(boolean moderator) {
        this.moderator = moderator;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Author author && nick.equals(author.nick);
    }

    @Override
    public int hashCode() {
        return nick.hashCode();
    }
}
