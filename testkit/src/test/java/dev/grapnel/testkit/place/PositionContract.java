package dev.grapnel.testkit.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapnel.core.annotation.LoadStrategy;
import dev.grapnel.core.error.InvalidRequestException;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.load.LoadOptions;
import dev.grapnel.testkit.domain.ModelTest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists whose positions are kept: with the members, and with the pairs of owner and member. */
abstract class PositionContract extends ModelTest {
    private Integer key;

    /** An album whose members have keys in another order than they stand. */
    private void given(String... names) {
        key = inSession(session -> {
            List<String> sorted = List.of(names).stream().sorted().toList();
            List<Track> tracks = sorted.stream().map(Track::new).toList();
            List<Photo> photos = sorted.stream().map(Photo::new).toList();
            List<Genre> genres = sorted.stream().map(Genre::new).toList();
            tracks.forEach(session::add);
            photos.forEach(session::add);
            genres.forEach(session::add);
            session.flush();
            Album album = new Album("Blue");
            for (String name : names) {
                int at = sorted.indexOf(name);
                album.tracks.add(tracks.get(at));
                album.photos.add(photos.get(at));
                album.genres.add(genres.get(at));
            }
            session.add(album);
            session.flush();
            return album.id;
        });
        statements.clear();
    }

    private Album load(Session session) {
        return session.get(Album.class, key);
    }

    /** With both collections, so that reading one does not flush the other. */
    private Album loadWhole(Session session) {
        Album album = load(session);
        album.tracks.size();
        album.genres.size();
        return album;
    }

    private void change(Consumer<Album> change) {
        inSession(session -> {
            change.accept(load(session));
            session.flush();
            return null;
        });
    }

    private void thenTracks(String... names) {
        inSession(session -> {
            assertThat(load(session).tracks).extracting(Track::getName).containsExactly(names);
            return null;
        });
        assertThat(stored("select name from track where place is not null order by place"))
                .isEqualTo(List.of(names));
        thenPositions("select place from track where album_id is not null order by place", names.length);
    }

    private void thenPhotos(String... names) {
        inSession(session -> {
            assertThat(load(session).photos).extracting(Photo::getName).containsExactly(names);
            return null;
        });
        thenPositions("select page from photo where album_id is not null order by page", names.length);
    }

    private void thenGenres(String... names) {
        inSession(session -> {
            assertThat(load(session).genres).extracting(Genre::getName).containsExactly(names);
            return null;
        });
        thenPositions("select degree from album_genre order by degree", names.length);
    }

    private void thenPositions(String query, int count) {
        List<Integer> expected =
                java.util.stream.IntStream.range(0, count).boxed().toList();
        assertThat(stored(query)).isEqualTo(expected);
    }

    private List<?> stored(String query) {
        return inSession(session -> direct(session).fetch(query).getValues(0));
    }

    private static DSLContext direct(Session session) {
        return session.connection().unwrap(DSLContext.class);
    }

    // ---- loading ----

    @Test
    void storesNewMembersByTheirPositions() {
        given("b", "c", "a");

        thenTracks("b", "c", "a");
        thenPhotos("b", "c", "a");
        thenGenres("b", "c", "a");
    }

    @ParameterizedTest
    @EnumSource(names = {"SELECT", "SELECTIN", "JOINED", "SUBQUERY", "IMMEDIATE"})
    void loadsByPositionInEachWay(LoadStrategy strategy) {
        given("b", "c", "a");

        inSession(session -> {
            Album album = session.query(Album.class)
                    .options(LoadOptions.NONE
                            .load(strategy, "tracks")
                            .load(strategy, "photos")
                            .load(strategy, "genres"))
                    .list()
                    .get(0);
            assertThat(album.tracks).extracting(Track::getName).containsExactly("b", "c", "a");
            assertThat(album.photos).extracting(Photo::getName).containsExactly("b", "c", "a");
            assertThat(album.genres).extracting(Genre::getName).containsExactly("b", "c", "a");
            return null;
        });
    }

    @Test
    void isRefreshedAsItIsStored() {
        given("b", "c", "a");

        inSession(session -> {
            Album album = loadWhole(session);
            Collections.reverse(album.tracks);
            Collections.reverse(album.genres);
            session.refresh(album);
            assertThat(album.tracks).extracting(Track::getName).containsExactly("b", "c", "a");
            assertThat(album.genres).extracting(Genre::getName).containsExactly("b", "c", "a");
            return null;
        });
    }

    // ---- members that join and leave ----

    @Test
    void makesRoomForAMemberInTheMiddle() {
        given("b", "c");

        change(album -> {
            album.tracks.add(1, new Track("new"));
            album.photos.add(1, new Photo("new"));
            album.genres.add(1, new Genre("new"));
        });

        thenTracks("b", "new", "c");
        thenPhotos("b", "new", "c");
        thenGenres("b", "new", "c");
    }

    @Test
    void closesTheGapOfAMemberThatLeaves() {
        given("b", "c", "a");

        change(album -> {
            album.tracks.remove(0);
            album.photos.remove(0);
            album.genres.remove(0);
        });

        thenTracks("c", "a");
        thenPhotos("c", "a");
        thenGenres("c", "a");
        assertThat(stored("select page from photo where album_id is null"))
                .hasSize(1)
                .containsOnlyNulls();
    }

    @Test
    void putsAMemberLastThatJoinedFromItsOwnSide() {
        given("b", "a");

        inSession(session -> {
            Album album = load(session);
            Track track = new Track("new");
            track.album = album;
            session.add(track);
            Genre genre = new Genre("new");
            session.add(genre);
            genre.albums.add(album);
            return null;
        });

        thenTracks("b", "a", "new");
        thenGenres("b", "a", "new");
    }

    @Test
    void closesTheGapOfAMemberThatLeftFromItsOwnSide() {
        given("b", "c", "a");

        inSession(session -> {
            Genre genre = session.get(Genre.class, "b");
            genre.albums.clear();
            return null;
        });

        thenGenres("c", "a");
    }

    @Test
    void movesAMemberToAnotherOwner() {
        given("b", "c", "a");

        Integer other = inSession(session -> {
            Album album = load(session);
            Album made = new Album("Green");
            session.add(made);
            made.photos.add(album.photos.remove(0));
            session.flush();
            return made.id;
        });

        thenPositionsOf(other, 1);
        thenPositionsOf(key, 2);
    }

    private void thenPositionsOf(Integer album, int count) {
        thenPositions("select page from photo where album_id = " + album + " order by page", count);
    }

    @Test
    void closesGapsThatSomebodyElseMade() {
        given("b", "c", "a");
        inSession(session -> direct(session).execute("delete from album_genre where genre = 'b'"));

        change(album -> album.genres.add(new Genre("new")));

        thenGenres("c", "a", "new");
    }

    @Test
    void leavesNothingBehindWhenItsOwnerIsDeleted() {
        given("b", "c", "a");

        inSession(session -> {
            session.delete(load(session));
            return null;
        });

        assertThat(stored("select * from track")).isEmpty();
        assertThat(stored("select * from album_genre")).isEmpty();
        assertThat(stored("select id from photo where album_id is null and page is null"))
                .hasSize(3);
    }

    // ---- members that move ----

    @Test
    void isRewrittenWhereMembersMovedOnly() {
        given("a", "b", "c", "d");

        inSession(session -> {
            Album album = loadWhole(session);
            Collections.swap(album.tracks, 1, 2);
            Collections.swap(album.genres, 1, 2);
            assertThat(session.explainFlush().rows())
                    .extracting(row -> row.toString().toLowerCase(java.util.Locale.ROOT))
                    .containsExactlyInAnyOrder(
                            "update track (place): track[" + album.tracks.get(1).id + "]",
                            "update track (place): track[" + album.tracks.get(2).id + "]",
                            "update album_genre (degree): album[" + key + "], genre[b]",
                            "update album_genre (degree): album[" + key + "], genre[c]");
            return null;
        });

        thenTracks("a", "c", "b", "d");
        thenGenres("a", "c", "b", "d");
    }

    @Test
    void tellsWhyAMemberIsWritten() {
        given("a", "b");

        inSession(session -> {
            Album album = loadWhole(session);
            album.tracks.sort(Comparator.comparing(Track::getName).reversed());
            assertThat(session.explainFlush().rows())
                    .allSatisfy(row -> assertThat(row.reasons())
                            .map(Object::toString)
                            .containsExactly("its place along Album.tracks changed"));
            album.genres.sort(Comparator.comparing(Genre::getName).reversed());
            assertThat(session.explainFlush().rows())
                    .filteredOn(row -> row.place().equalsIgnoreCase("album_genre"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.reasons())
                            .map(Object::toString)
                            .containsExactly("its place along Album.genres changed"));
            return null;
        });

        thenTracks("b", "a");
        thenGenres("b", "a");
    }

    @Test
    void writesNothingForAListThatIsAsItWas() {
        given("a", "b");

        inSession(session -> {
            Album album = loadWhole(session);
            Collections.reverse(album.tracks);
            Collections.reverse(album.genres);
            Collections.reverse(album.tracks);
            Collections.reverse(album.genres);
            assertThat(session.explainFlush().rows()).isEmpty();
            return null;
        });
    }

    @Test
    void takesAWholeNewOrder() {
        given("a", "b", "c");

        change(album -> {
            album.tracks = new java.util.ArrayList<>(List.of(album.tracks.get(2), album.tracks.get(0)));
            album.genres = new java.util.ArrayList<>(List.of(album.genres.get(2), album.genres.get(0)));
        });

        thenTracks("c", "a");
        thenGenres("c", "a");
    }

    @Test
    void isMergedInTheOrderOfTheCopy() {
        given("a", "b", "c");
        Album detached = inSession(session -> {
            Album album = loadWhole(session);
            session.expunge(album);
            return album;
        });
        Collections.reverse(detached.tracks);
        Collections.reverse(detached.genres);

        inSession(session -> session.merge(detached));

        thenTracks("c", "b", "a");
        thenGenres("c", "b", "a");
    }

    @Test
    void isAsBeforeAfterARollback() {
        given("a", "b");

        inSession(session -> {
            Album album = load(session);
            Collections.reverse(album.tracks);
            session.flush();
            session.rollback();
            assertThat(album.tracks).extracting(Track::getName).containsExactly("a", "b");
            Collections.reverse(album.tracks);
            return null;
        });

        thenTracks("b", "a");
    }

    @Test
    void refusesAMemberThatStandsTwice() {
        given("a", "b");

        inSession(session -> {
            Album album = load(session);
            album.genres.add(album.genres.get(0));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("Cannot write the places of the members of attribute Album.genres")
                    .hasMessageContaining("Genre[a] stands there twice, and the store keeps one place for each."
                            + " Let it stand there once.");
            session.rollback();
            return null;
        });
    }
}
