package dev.grapnel.testkit.place;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Has a list whose members refer back to it, one that they know nothing of, and one with a table between. */
@Entity
@Table(name = "album")
class Album {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(length = 40)
    String title;

    @OneToMany(mappedBy = "album", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderColumn(name = "place")
    List<Track> tracks = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "album_id")
    @OrderColumn(name = "page")
    List<Photo> photos = new ArrayList<>();

    @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinTable(
            name = "album_genre",
            joinColumns = @JoinColumn(name = "album"),
            inverseJoinColumns = @JoinColumn(name = "genre"))
    @OrderColumn(name = "degree")
    List<Genre> genres = new ArrayList<>();

    Album() {}

    Album(String title) {
        this.title = title;
    }

    Integer getId() {
        return id;
    }

    String getTitle() {
        return title;
    }

    List<Track> getTracks() {
        return tracks;
    }

    List<Photo> getPhotos() {
        return photos;
    }

    List<Genre> getGenres() {
        return genres;
    }
}
