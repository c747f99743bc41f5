package dev.grapnel.testkit.session;

import dev.grapnel.sql.Session;
import dev.grapnel.testkit.session.Club.Player;
import dev.grapnel.testkit.session.Club.Team;
import dev.grapnel.testkit.session.Library.Author;
import dev.grapnel.testkit.session.Library.Book;
import dev.grapnel.testkit.session.Library.Topic;
import dev.grapnel.testkit.session.Members.Member;
import dev.grapnel.testkit.session.Places.Note;
import dev.grapnel.testkit.session.Staff.Car;
import dev.grapnel.testkit.session.Staff.Engineer;
import dev.grapnel.testkit.session.Staff.Lead;
import dev.grapnel.testkit.session.Staff.Person;
import dev.grapnel.testkit.session.Staff.Truck;
import dev.grapnel.testkit.session.Staff.Vehicle;
import dev.grapnel.testkit.session.Tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Objects of all kinds, changed in all ways, always the same for the same seed. */
final class RandomGraph {
    private static final Class<?>[] EMPTY = {};

    private final Random random;
    private final boolean loadsAll;
    private int made;

    /**
     * Begins.
     *
     * @param seed what is done
     * @param loadsAll whether all relationships are loaded before anything is changed
     */
    RandomGraph(long seed, boolean loadsAll) {
        this.random = new Random(seed);
        this.loadsAll = loadsAll;
    }

    static Class<?>[] classes() {
        return Stream.of(Library.ALL, Club.ALL, Staff.ALL, new Class<?>[] {Node.class, Note.class, Member.class})
                .flatMap(Arrays::stream)
                .toList()
                .toArray(EMPTY);
    }

    /** Makes new objects. */
    void fill(Session session) {
        List<Topic> topics = times(3, () -> new Topic("topic" + ++made));
        for (int at = 0; at < 3; at++) {
            Author author = new Author("author" + ++made).with("a", "b");
            author.books.forEach(
                    book -> topics.stream().filter(topic -> likely()).forEach(book.topics::add));
            session.add(author);
            session.add(team());
            session.add(new Node("n" + ++made, new Node("c", new Node("g")), new Node("d")));
            session.add(person());
            session.add(random.nextBoolean() ? new Car("c", made) : new Truck("t", made));
            session.add(new Note("note"));
            session.add(member());
        }
    }

    private Team team() {
        Team team = new Team("team" + ++made, new Player("p"), new Player("q"));
        team.captain = likely() ? team.players.get(0) : null;
        return team;
    }

    private Member member() {
        Member member = new Member("member");
        member.tags.add("tag" + ++made);
        member.visits.addAll(List.of(1, 1, 2));
        member.scores.put("chess", made);
        return member;
    }

    private Person person() {
        return switch (random.nextInt(3)) {
            case 0 -> new Person("person");
            case 1 -> new Engineer("engineer", "java");
            default -> new Lead("lead", "java", ++made);
        };
    }

    /** Changes objects that are there and makes new ones; nothing is written by it. */
    void change(Session session) {
        session.withoutAutoflush(() -> {
            changeAuthors(session, loaded(session, Author.class), loaded(session, Topic.class));
            changeTeams(session, loaded(session, Team.class));
            changeTree(session, loaded(session, Node.class));
            changePlain(session);
            if (likely()) {
                fill(session);
            }
        });
    }

    private <T> List<T> loaded(Session session, Class<T> type) {
        List<T> all = session.query(type).list();
        if (loadsAll) {
            all.forEach(RandomGraph::touch);
        }
        return all;
    }

    private static void touch(Object object) {
        if (object instanceof Author author) {
            author.books.forEach(book -> book.topics.size());
        } else if (object instanceof Topic topic) {
            topic.books.size();
        } else if (object instanceof Team team) {
            team.players.size();
        } else if (object instanceof Node node) {
            node.children.size();
        }
    }

    private void changeAuthors(Session session, List<Author> authors, List<Topic> topics) {
        Author last = authors.get(authors.size() - 1); // never deleted, so that others may give it what they have
        for (Author author : authors) {
            switch (random.nextInt(6)) {
                case 0 -> delete(session, author, last);
                case 1 -> author.books.remove(0);
                case 2 -> author.books.add(0, new Book("new"));
                case 3 -> author.books.get(0).author = last;
                case 4 -> author.name += "!";
                default -> author.name = new String(author.name);
            }
        }
        for (Topic topic : topics) {
            if (unlikely()) {
                session.delete(topic);
            } else if (unlikely()) {
                topic.description = "d" + ++made;
            } else if (unlikely()) {
                topic.books.clear();
            }
        }
    }

    private static void delete(Session session, Object object, Object spared) {
        if (object != spared) {
            session.delete(object);
        }
    }

    private void changeTeams(Session session, List<Team> teams) {
        Team last = teams.get(teams.size() - 1);
        for (Team team : teams) {
            List<Player> players = team.players;
            switch (random.nextInt(6)) {
                case 0 -> delete(session, team, last);
                case 1 -> players.remove(0);
                case 2 -> team.captain = players.get(players.size() - 1);
                case 3 -> team.captain = new Player("new captain");
                case 4 -> players.get(0).team = last;
                default -> players.get(0).name = "renamed";
            }
            if (team.captain != null && team.captain.id == null) {
                team.players.add(team.captain);
            }
        }
    }

    private void changeTree(Session session, List<Node> nodes) {
        for (Node node : nodes) {
            switch (random.nextInt(8)) {
                case 0 -> node.children.add(new Node("new", new Node("newer")));
                case 1 -> node.parent = null;
                case 2 -> node.name += "!";
                case 3 -> {
                    if (node.children.isEmpty()) {
                        session.delete(node);
                    }
                }
                default -> node.children.size();
            }
        }
    }

    private void changePlain(Session session) {
        for (Person person : session.query(Person.class).list()) {
            switch (random.nextInt(4)) {
                case 0 -> session.delete(person);
                case 1 -> person.name += "!";
                default -> changeLanguage(person);
            }
        }
        for (Vehicle vehicle : session.query(Vehicle.class).list()) {
            vehicle.plate = likely() ? "changed" : vehicle.plate;
        }
        for (Member member : session.query(Member.class).list()) {
            changeMember(session, member);
        }
        for (Note note : session.query(Note.class).list()) {
            if (unlikely()) {
                session.delete(note);
            } else {
                note.text = likely() ? "changed" : "note";
            }
        }
    }

    private void changeMember(Session session, Member member) {
        switch (random.nextInt(5)) {
            case 0 -> session.delete(member);
            case 1 -> member.tags.add("another");
            case 2 -> member.visits.remove(0);
            case 3 -> member.scores.replaceAll((game, points) -> points + 1);
            default -> member.name += "!";
        }
    }

    private void changeLanguage(Person person) {
        if (person instanceof Engineer engineer && likely()) {
            engineer.language += "!";
        }
    }

    private boolean likely() {
        return random.nextInt(3) > 0;
    }

    private boolean unlikely() {
        return random.nextInt(4) == 0;
    }

    private static <T> List<T> times(int count, java.util.function.Supplier<T> make) {
        List<T> all = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            all.add(make.get());
        }
        return all;
    }
}
