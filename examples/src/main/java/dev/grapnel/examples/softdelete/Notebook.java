package dev.grapnel.examples.softdelete;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Notes about one thing. */
@Entity
public class Notebook {
    @Id
    String name;

    @OneToMany(mappedBy = "notebook", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @OrderBy("id")
    List<Note> notes = new ArrayList<>();

    Notebook(String name, Note... notes) {
        this.name = name;
        this.notes.addAll(List.of(notes));
    }
}
