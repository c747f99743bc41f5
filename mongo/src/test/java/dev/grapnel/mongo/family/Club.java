package dev.grapnel.mongo.family;

import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has members, which know it by a list of ids. */
@Entity
public class Club {
    public @Nullable Integer id;
    public @Nullable List<Member> members = new ArrayList<>();

    Club() {}

    /** With an id. */
    public Club(int id) {
        this.id = id;
    }
}
