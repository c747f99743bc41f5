package dev.grapnel.examples.documents.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A time zone. Shows what a table cannot: every change of its clocks is within the one document, and a change in there is seen. */
public class Zone {
    private String id;

    private String region;

    private List<Map<String, Object>> transitions = new ArrayList<>();

    public Zone(String id, String region, List<Map<String, Object>> transitions) {
        this.id = id;
        this.region = region;
        this.transitions = transitions;
    }

    public String id() {
        return id;
    }

    public String region() {
        return region;
    }

    public List<Map<String, Object>> transitions() {
        return transitions;
    }

    @Override
    public String toString() {
        return "Zone " + id;
    }
}
