package dev.grapnel.testkit.place;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;

/** May be that of several albums. */
@Entity
@Table(name = "genre")
class Genre {
    @Id
    @Column(length = 40)
    String name;

    @ManyToMany(mappedBy = "genres")
    Set<Album> albums = new HashSet<>();

    Genre() {}

    Genre(String name) {
        this.name = name;
    }

    String getName() {
        return name;
    }

    Set<Album> getAlbums() {
        return albums;
    }

    @Override
    public String toString() {
        return name;
    }
}
