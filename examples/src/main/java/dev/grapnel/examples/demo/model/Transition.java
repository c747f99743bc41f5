package dev.grapnel.examples.demo.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment at which the clocks of a zone were changed. Shows a key that the database gives, and values derived while it is written. */
@Entity
public class Transition {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Zone zone;

    private Instant moment;

    private int secondsBefore;

    private int secondsAfter;

    /** How far the clocks were moved; a listener derives it right before the insert. */
    private int minutesMoved;

    /** Makes a transition, which becomes an element of the zone's list by itself, and is saved with the zone. */
    public Transition(Zone zone, Instant moment, int secondsBefore, int secondsAfter) {
        this.zone = zone;
        this.moment = moment;
        this.secondsBefore = secondsBefore;
        this.secondsAfter = secondsAfter;
    }

    public @Nullable Long id() {
        return id;
    }

    public Zone zone() {
        return zone;
    }

    public Instant moment() {
        return moment;
    }

    public int secondsBefore() {
        return secondsBefore;
    }

    public int secondsAfter() {
        return secondsAfter;
    }

    public int minutesMoved() {
        return minutesMoved;
    }

    public void minutesMoved(int derived) {
        minutesMoved = derived;
    }

    @Override
    public String toString() {
        return "Transition " + moment;
    }
}
