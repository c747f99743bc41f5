package dev.grapnel.examples.demo.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** A time zone. Shows an owner: its transitions are saved with it, deleted with it, and deleted when they leave the list. */
@Entity
public class Zone {
    @Id
    private String id;

    /** The part of the name before the first slash, as in Europe/Rome; a listener derives it. */
    private String region = "";

    @OneToMany(mappedBy = "zone", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("moment")
    private List<Transition> transitions = new ArrayList<>();

    public Zone(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public String region() {
        return region;
    }

    public void region(String derived) {
        region = derived;
    }

    public List<Transition> transitions() {
        return transitions;
    }

    @Override
    public String toString() {
        return "Zone " + id;
    }
}
