package dev.grapnel.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.instrument.Initiator;
import dev.grapnel.core.mapping.Mapper;
import dev.grapnel.core.mapping.StoreConnection;
import dev.grapnel.core.state.InstanceState;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.attribute.CollectionAttribute;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.mapping.builder.EntityBuilder;
import dev.grapnel.sql.mapping.builder.EntityMapping;
import dev.grapnel.testkit.TestDatabases;
import jakarta.persistence.Entity;
import jakarta.persistence.InheritanceType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Extensions that are said with the mapping of a class by a program. */
class MappingExtensionTest {
    private final List<String> heard = new ArrayList<>();

    @Entity
    static class Note {
        int id;
        String text;
        List<Note> answers = new ArrayList<>();

        Note(int id, String text) {
            this.id = id;
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Mapped together with {@link Note}, which it extends. */
    @Entity
    static class Reminder extends Note {
        String time;

        Reminder(int id, String text, String time) {
            super(id, text);
            this.time = time;
        }
    }

    private final class Hearing implements MapperExtension<Note> {
        @Override
        public Chain instrumentClass(Mapper mapper, Class<?> type) {
            heard.add("class " + type.getSimpleName());
            return Chain.CONTINUE;
        }

        @Override
        public Chain beforeInsert(Mapper mapper, StoreConnection connection, Note note) {
            heard.add("insert " + note.text);
            return Chain.CONTINUE;
        }
    }

    private final class Loud<V> implements AttributeExtension<V> {
        @Override
        public V set(InstanceState state, @Nullable V value, @Nullable V oldValue, Initiator initiator) {
            heard.add("set " + value);
            return value;
        }

        @Override
        public @Nullable V append(InstanceState state, @Nullable V value, Initiator initiator) {
            heard.add("append " + value);
            return value;
        }
    }

    private static EntityMapping<Note> mapping(Consumer<EntityBuilder<Note>> more) {
        return EntityMapping.of(Note.class, m -> {
            m.id("id");
            m.value("text");
            more.accept(m);
        });
    }

    private EntityMapping<Note> heard(Consumer<EntityBuilder<Note>> more) {
        return mapping(m -> {
            m.listeners(type -> Extensions.add(type, new Hearing()));
            more.accept(m);
        });
    }

    private static EntityMapping<Note> plain() {
        return mapping(m -> {});
    }

    private static void insert(Registry registry, Note note) {
        try (Engine engine = TestDatabases.H2.open()) {
            Schema.of(registry).createAll(engine);
            SessionFactory.of(engine, registry).inTransaction(session -> session.add(note));
        } finally {
            registry.dispose();
        }
    }

    @Test
    void hearOfTheClassAndOfItsObjects() {
        insert(Registry.of(heard(m -> {})), new Note(1, "hello"));

        assertThat(heard).containsExactly("class Note", "insert hello");
    }

    @Test
    @Tag("L-7")
    void hearOfSubclasses() {
        Registry registry = Registry.of(
                heard(m -> m.inheritance(InheritanceType.SINGLE_TABLE)),
                EntityMapping.of(Reminder.class, m -> m.value("time")));

        insert(registry, new Reminder(1, "wake up", "7:00"));

        assertThat(heard).containsExactly("class Note", "class Reminder", "insert wake up");
    }

    @Test
    void hearOfAttributesAndRelationships() {
        ColumnAttribute<Note, String> text = ColumnAttribute.of(Note.class, "text", String.class);
        CollectionAttribute<Note, Note> answers = CollectionAttribute.of(Note.class, "answers", Note.class);
        Registry registry = Registry.of(mapping(m -> {
            m.toMany(answers).column("question");
            m.listeners(type -> Extensions.add(text, new Loud<>()));
            m.listeners(type -> Extensions.add(answers, new Loud<>()));
        }));

        Note note = new Note(1, "what");
        note.answers.add(new Note(2, "that"));
        registry.dispose();

        assertThat(heard).containsExactly("set what", "set that", "append that");
    }

    @Test
    void goWithTheRegistry() {
        Registry.of(heard(m -> {})).dispose();
        heard.clear();

        insert(Registry.of(plain()), new Note(1, "unheard"));

        assertThat(heard).isEmpty();
    }

    @Test
    void goWithAMappingThatFails() {
        assertThatThrownBy(() -> Registry.of(heard(m -> m.value("nothing")))).isInstanceOf(MappingException.class);
        heard.clear();

        insert(Registry.of(plain()), new Note(1, "unheard"));

        assertThat(heard).isEmpty();
    }

    @Test
    void goWithOthersThatCannotBeAdded() {
        EntityMapping<Note> mapping = heard(m -> m.listeners(type -> {
            throw new IllegalStateException("no listener today");
        }));
        assertThatThrownBy(() -> Registry.of(mapping)).hasMessage("no listener today");

        insert(Registry.of(plain()), new Note(1, "unheard"));

        assertThat(heard).isEmpty();
    }
}
