package dev.grapnel.testkit.session;

import dev.grapnel.core.instrument.AttributeTracker;
import dev.grapnel.core.instrument.ClassManager;
import dev.grapnel.core.instrument.InstrumentationManager;
import dev.grapnel.core.instrument.InstrumentedBy;
import dev.grapnel.core.instrument.ValueStorage;
import dev.grapnel.core.state.InstanceState;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects whose values live in a map inside of them: the fields only name the attributes. */
final class Records {
    static final Class<?>[] ALL = {Folder.class, Paper.class, Letter.class};

    private Records() {}

    /** What the instrumentation below was told. */
    static final List<String> told = new ArrayList<>();

    @Entity
    @Table(name = "folder")
    @InstrumentedBy(InMap.class)
    static class Folder extends Bag implements Cloneable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        int weight;

        @OneToMany(mappedBy = "folder", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Paper> papers = new ArrayList<>();

        Folder(String name) {
            this.name = name;
        }

        @Override
        public Folder clone() {
            try {
                return (Folder) super.clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    @Entity
    @Table(name = "paper")
    @Inheritance
    @InstrumentedBy(InMap.class)
    static class Paper extends Bag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String title;

        @ManyToOne(fetch = FetchType.LAZY)
        Folder folder;

        Paper(String title) {
            this.title = title;
        }
    }

    @Entity
    static class Letter extends Paper {
        String addressee;

        Letter(String title, String addressee) {
            super(title);
            this.addressee = addressee;
        }
    }

    /** Has the map. */
    abstract static class Bag implements Serializable {
        private static final long serialVersionUID = 1L;

        @Transient
        Map<String, Object> values; // without an initialiser: the storage makes it
    }

    /** The instrumentation. */
    static final class InMap implements InstrumentationManager, ValueStorage {
        @Override
        public ValueStorage storage(Class<?> type) {
            return this;
        }

        @Override
        public void initialize(Object instance) {
            ((Bag) instance).values = new HashMap<>();
        }

        @Override
        public Map<String, Object> values(Object instance) {
            return ((Bag) instance).values;
        }

        @Override
        public void manage(ClassManager manager) {
            told.add("manage " + manager.type().getSimpleName());
        }

        @Override
        public void unregister(ClassManager manager) {
            told.add("unregister " + manager.type().getSimpleName());
        }

        @Override
        public void instrumentAttribute(AttributeTracker attribute) {
            told.add("instrument " + name(attribute));
        }

        @Override
        public void postConfigureAttribute(AttributeTracker attribute) {
            told.add("configured " + name(attribute));
        }

        @Override
        public void installState(Object instance, InstanceState state) {
            told.add("install " + instance.getClass().getSimpleName());
        }

        @Override
        public void removeState(Object instance, InstanceState state) {
            told.add("remove " + instance.getClass().getSimpleName());
        }

        private static String name(AttributeTracker attribute) {
            return attribute.manager().type().getSimpleName() + '.' + attribute.name();
        }
    }
}
