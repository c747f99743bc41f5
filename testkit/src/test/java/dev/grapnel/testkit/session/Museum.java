package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.KeyedBy;
import dev.grapnel.core.annotation.SortedBy;
import dev.grapnel.core.instrument.CustomCollection;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A room has a collection of pieces of every kind. */
final class Museum {
    static final Class<?>[] ALL = {Room.class, Piece.class};

    private Museum() {}

    @Entity
    @Table(name = "room")
    static class Room implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToMany(cascade = CascadeType.ALL)
        @JoinTable(name = "room_list")
        List<Piece> list = new ArrayList<>();

        @ManyToMany(cascade = CascadeType.ALL)
        @JoinTable(name = "room_set")
        Set<Piece> set = new LinkedHashSet<>();

        @ManyToMany(cascade = CascadeType.ALL)
        @JoinTable(name = "room_sorted")
        SortedSet<Piece> sorted = new TreeSet<>();

        @ManyToMany(cascade = CascadeType.ALL)
        @JoinTable(name = "room_descending")
        @SortedBy(LastFirst.class)
        NavigableSet<Piece> descending = new TreeSet<>();

        @ManyToMany(cascade = CascadeType.ALL)
        @JoinTable(name = "room_map")
        @MapKey(name = "name")
        Map<String, Piece> map = new LinkedHashMap<>();

        @ManyToMany(cascade = CascadeType.ALL)
        @JoinTable(name = "room_initials")
        @KeyedBy(Initial.class)
        SortedMap<String, Piece> initials = new TreeMap<>();

        @ManyToMany(cascade = CascadeType.ALL)
        @JoinTable(name = "room_descending_map")
        @MapKey(name = "name")
        @SortedBy(DescendingNames.class)
        NavigableMap<String, Piece> descendingMap = new TreeMap<>();

        @ManyToMany(cascade = CascadeType.ALL)
        @JoinTable(name = "room_tour")
        Tour tour = new Tour();

        @Override
        public String toString() {
            return "room";
        }
    }

    @Entity
    @Table(name = "piece")
    static class Piece implements Comparable<Piece>, Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        Piece(String name) {
            this.name = name;
        }

        @Override
        public int compareTo(Piece other) {
            return name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final class LastFirst implements Comparator<Piece> {
        @Override
        public int compare(Piece one, Piece other) {
            return other.compareTo(one);
        }
    }

    static final class DescendingNames implements Comparator<String> {
        @Override
        public int compare(String one, String other) {
            return other.compareTo(one);
        }
    }

    static final class Initial implements Function<Piece, String> {
        @Override
        public String apply(Piece piece) {
            return piece.name.substring(0, 1);
        }
    }

    /** A collection class of the application: what is to be seen first can be put first. */
    static class Tour extends CustomCollection<Piece> {
        private static final long serialVersionUID = 1L;

        private final Deque<Piece> pieces = new ArrayDeque<>();

        @Override
        protected void appendElement(Piece piece) {
            pieces.add(piece);
        }

        @Override
        protected void removeElement(Piece piece) {
            pieces.remove(piece);
        }

        @Override
        protected Iterator<Piece> elementIterator() {
            return pieces.iterator();
        }

        void beginWith(Piece piece) {
            if (pieces.contains(piece)) {
                staying(piece);
                pieces.remove(piece);
                pieces.addFirst(piece);
            } else {
                pieces.addFirst(joining(piece));
            }
        }

        void skip(Piece piece) {
            leaving(piece);
            pieces.remove(piece);
        }
    }
}
