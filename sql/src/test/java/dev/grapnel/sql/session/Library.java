package dev.grapnel.sql.session;

import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A library whose objects can be serialised and copied. */
final class Library {
    private Library() {}

    static final Class<?>[] ALL = {Shelf.class, Book.class, Topic.class};

    @Entity
    static class Shelf implements Serializable, Cloneable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String room;
        int height;

        @Basic(fetch = FetchType.LAZY)
        String remark;

        @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Book> books = new ArrayList<>();

        @OneToMany(mappedBy = "place", cascade = CascadeType.ALL)
        @MapKey(name = "name")
        Map<String, Topic> topics = new LinkedHashMap<>();

        Shelf(String room) {
            this.room = room;
        }

        Shelf copy() {
            try {
                return (Shelf) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }

        @Override
        protected Object clone() throws CloneNotSupportedException {
            return super.clone();
        }
    }

    @Entity
    static class Book implements Serializable, Cloneable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String title;

        @ManyToOne(fetch = FetchType.LAZY)
        Shelf shelf;

        @ManyToMany(cascade = CascadeType.ALL)
        Set<Topic> topics = new LinkedHashSet<>();

        Book(String title) {
            this.title = title;
        }

        @Override
        public Book clone() {
            try {
                return (Book) super.clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** Equal by name, so that a set that is filled too early holds it in the wrong place. */
    @Entity
    static class Topic implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToMany(mappedBy = "topics")
        List<Book> books = new ArrayList<>();

        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        Shelf place;

        Topic(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Topic topic && Objects.equals(topic.name, name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name);
        }
    }

    static byte[] written(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "BanSerializableRead"
    }) // what the test wrote itself
    static <T> T read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (T) in.readObject();
        } catch (IOException | ClassNotFoundException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static <T> T passedOn(T object) {
        return read(written(object));
    }
}
