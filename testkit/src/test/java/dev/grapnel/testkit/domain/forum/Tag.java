package dev.grapnel.testkit.domain.forum;

import java.util.LinkedHashSet;
import java.util.Set;

public class Tag {
    private final String name;
    private final Set<Topic> topics = new LinkedHashSet<>();

    public Tag(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public Set<Topic> getTopics() {
        return topics;
    }
}
