package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.PairedWith;
import dev.grapnel.core.annotation.ViewOnly;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Painters and pictures, with pairs of relationships of which one side or none follows the other. */
final class Gallery {
    static final Class<?>[] ALL = {Painter.class, Picture.class, Frame.class, Visitor.class};

    private Gallery() {}

    @Entity
    @Table(name = "painter")
    static class Painter {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        /** A write here leaves the painter of the picture alone. */
        @OneToMany(mappedBy = "painter", cascade = CascadeType.PERSIST)
        @PairedWith(keepInStep = false)
        @OrderBy("id")
        List<Picture> pictures = new ArrayList<>();

        @OneToMany(mappedBy = "painter")
        @OrderBy("title")
        @ViewOnly
        List<Picture> byTitle = new ArrayList<>();

        Painter(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "picture")
    static class Picture {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String title;

        @ManyToOne(fetch = FetchType.LAZY)
        Painter painter;

        /** Neither side follows the other. */
        @ManyToMany(cascade = CascadeType.PERSIST)
        @JoinTable(name = "picture_visitor")
        @PairedWith(keepInStep = false)
        List<Visitor> visitors = new ArrayList<>();

        /** Nobody else may have the frame; without the picture it goes. */
        @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
        Frame frame;

        Picture(String title) {
            this.title = title;
        }
    }

    @Entity
    @Table(name = "frame")
    static class Frame {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String wood;

        Frame(String wood) {
            this.wood = wood;
        }
    }

    @Entity
    @Table(name = "visitor")
    static class Visitor {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToMany(mappedBy = "visitors")
        @PairedWith(value = "visitors", keepInStep = false)
        List<Picture> seen = new ArrayList<>();
    }
}
