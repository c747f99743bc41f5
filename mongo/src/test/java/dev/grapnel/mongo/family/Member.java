package dev.grapnel.mongo.family;

import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows its clubs by a list of ids. */
@Entity
public class Member {
    public @Nullable Integer id;
    public List<Integer> clubIds = new ArrayList<>();
    public @Nullable List<Club> clubs;

    Member() {}

    /** With an id and those of its clubs. */
    public Member(int id, Integer... clubs) {
        this.id = id;
        this.clubIds = List.of(clubs);
    }
}
