package dev.grapnel.testkit.session;

import com.google.common.collect.MapMaker;
import dev.grapnel.core.instrument.InstrumentationManager;
import dev.grapnel.core.instrument.InstrumentedBy;
import dev.grapnel.core.instrument.ValueStorage;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.core.state.StateHolder;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Classes that say themselves where the states of their objects live: in a field, in a table beside the objects, in a record with the values. */
final class Kept {
    static final Class<?>[] ALL = {Atlas.class, WorldAtlas.class, Chart.class, Card.class};

    private Kept() {}

    /** Copies an object as each class below does. */
    interface Copying extends Cloneable {
        Object copy() throws CloneNotSupportedException;
    }

    // ---- in a field of a superclass that is not mapped ----

    /** Has the field. */
    abstract static class Shelved implements StateHolder, Serializable {
        private static final long serialVersionUID = 1L;

        @Transient
        InstanceState place; // without an initialiser: the state is there before it would run

        @Override
        public InstanceState instanceState() {
            return place;
        }

        @Override
        public void instanceState(InstanceState state) {
            place = state;
        }
    }

    @Entity
    @Table(name = "atlas")
    @Inheritance
    static class Atlas extends Shelved implements Copying {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String title;

        @Embedded
        Format format;

        @OneToMany(mappedBy = "atlas", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Chart> charts = new ArrayList<>();

        Atlas(String title) {
            this.title = title;
        }

        @Override
        public Atlas copy() throws CloneNotSupportedException {
            return (Atlas) super.clone();
        }
    }

    @Entity
    static class WorldAtlas extends Atlas {
        private static final long serialVersionUID = 1L;

        Integer continents;

        WorldAtlas(String title, int continents) {
            super(title);
            this.continents = continents;
        }
    }

    /** Embedded, and has the field too. */
    @Embeddable
    static class Format extends Shelved implements Copying {
        private static final long serialVersionUID = 1L;

        Integer width;

        Format(Integer width) {
            this.width = width;
        }

        @Override
        public Format copy() throws CloneNotSupportedException {
            return (Format) super.clone();
        }
    }

    // ---- in a table beside the objects ----

    /** Knows the states of all objects that are alive, by their identity. */
    interface Listed extends StateHolder {
        Map<Object, InstanceState> STATES = new MapMaker().weakKeys().makeMap();

        @Override
        default InstanceState instanceState() {
            return STATES.get(this);
        }

        @Override
        default void instanceState(InstanceState state) {
            if (state == null) {
                STATES.remove(this);
            } else {
                STATES.put(this, state);
            }
        }
    }

    @Entity
    @Table(name = "chart")
    static class Chart implements Listed, Copying, Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        Integer scale;

        @ManyToOne
        Atlas atlas;

        Chart(String name) {
            this.name = name;
        }

        @Override
        public Chart copy() throws CloneNotSupportedException {
            return (Chart) super.clone();
        }

        /** What is beside the object is not written with it, unless the class says so. */
        private void writeObject(ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            out.writeObject(instanceState());
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            instanceState((InstanceState) in.readObject());
        }
    }

    // ---- in a record, with the values ----

    /** What an object of this program carries. */
    static final class Carried {
        final Map<String, Object> values = new HashMap<>();
        InstanceState state;
    }

    /** The instrumentation: it decides where values are, and the class where the state is. */
    static final class InCarried implements InstrumentationManager, ValueStorage {
        @Override
        public ValueStorage storage(Class<?> type) {
            return this;
        }

        @Override
        public void initialize(Object instance) {
            ((Card) instance).carried = new Carried();
        }

        @Override
        public Map<String, Object> values(Object instance) {
            return ((Card) instance).carried.values;
        }
    }

    @Entity
    @Table(name = "card")
    @InstrumentedBy(InCarried.class)
    static class Card implements StateHolder, Copying {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String text;

        @Transient
        Carried carried;

        Card(String text) {
            this.text = text;
        }

        @Override
        public InstanceState instanceState() {
            return carried == null ? null : carried.state;
        }

        @Override
        public void instanceState(InstanceState state) {
            carried.state = state;
        }

        @Override
        public Card copy() throws CloneNotSupportedException {
            return (Card) super.clone();
        }
    }

    // ---- wrong ones ----

    /** Puts the state where copies find it too. */
    @Entity
    static class Shared implements StateHolder, Copying {
        @Id
        Integer id;

        @Transient
        Carried carried;

        @Override
        public InstanceState instanceState() {
            return carried == null ? null : carried.state;
        }

        @Override
        public void instanceState(InstanceState state) {
            if (carried == null) {
                carried = new Carried();
            }
            carried.state = state;
        }

        @Override
        public Shared copy() throws CloneNotSupportedException {
            return (Shared) super.clone();
        }
    }

    /** Keeps nothing. */
    @Entity
    static class Forgetful implements StateHolder {
        @Id
        Integer id;

        @Override
        public InstanceState instanceState() {
            return null;
        }

        @Override
        public void instanceState(InstanceState state) {
            // forgotten
        }
    }

    /** Loses the state when its field initialisers run. */
    @Entity
    static class Initialised implements StateHolder {
        @Id
        Integer id;

        @Transient
        InstanceState place = null;

        @Override
        public InstanceState instanceState() {
            return place;
        }

        @Override
        public void instanceState(InstanceState state) {
            place = state;
        }
    }
}
