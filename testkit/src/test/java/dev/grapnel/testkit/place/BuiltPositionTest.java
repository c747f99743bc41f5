package dev.grapnel.testkit.place;

import dev.grapnel.core.mapping.CascadeType;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.mapping.builder.EntityMapping;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.grapnel.testkit.domain.ModelTest#databases")
@DisplayName("A list whose positions a program keeps on")
class BuiltPositionTest extends PositionContract {
    @Override
    protected Registry map() {
        return Registry.of(
                EntityMapping.of(Album.class, m -> {
                    m.table("album");
                    m.id(Album::getId).identity();
                    m.value(Album::getTitle).length(40);
                    m.toMany(Album::getTracks)
                            .mappedBy(Track::getAlbum)
                            .position("place")
                            .cascade(CascadeType.SAVE_UPDATE, CascadeType.MERGE, CascadeType.DELETE_ORPHAN);
                    m.toMany(Album::getPhotos).column("album_id").position("page");
                    m.manyToMany(Album::getGenres)
                            .table("album_genre", "album", "genre")
                            .position("degree");
                }),
                EntityMapping.of(Track.class, m -> {
                    m.table("track");
                    m.id(Track::getId).identity();
                    m.value(Track::getName).length(40);
                    m.toOne(Track::getAlbum).column("album_id");
                }),
                EntityMapping.of(Photo.class, m -> {
                    m.table("photo");
                    m.id(Photo::getId).identity();
                    m.value(Photo::getName).length(40);
                }),
                EntityMapping.of(Genre.class, m -> {
                    m.table("genre");
                    m.id(Genre::getName).length(40);
                    m.manyToMany(Genre::getAlbums).mappedBy(Album::getGenres);
                }));
    }
}
