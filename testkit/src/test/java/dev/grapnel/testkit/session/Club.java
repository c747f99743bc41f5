package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.InsertDefault;
import dev.grapnel.core.annotation.PostUpdate;
import dev.grapnel.core.annotation.UpdateDefault;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Teams have players who outlive them, and each has a captain among its players: rows that refer to each other. */
final class Club {
    static final Class<?>[] ALL = {Team.class, Player.class};

    private Club() {}

    @Entity
    @Table(name = "team")
    static class Team {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @Version
        int version;

        /** No cascade of deletion: players of a team that is gone stay, without a team. */
        @OneToMany(mappedBy = "team", cascade = CascadeType.PERSIST)
        List<Player> players = new ArrayList<>();

        @ManyToOne(fetch = FetchType.LAZY)
        @PostUpdate
        Player captain;

        Team(String name, Player... players) {
            this.name = name;
            this.players.addAll(List.of(players));
        }
    }

    @Entity
    @Table(name = "player")
    static class Player {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @InsertDefault(Numbers.class)
        Integer number;

        @UpdateDefault(Numbers.class)
        Integer changes;

        @ManyToOne(fetch = FetchType.LAZY)
        Team team;

        Player(String name) {
            this.name = name;
        }
    }

    /** Another number each time. */
    static final class Numbers implements Supplier<Integer> {
        private static final AtomicInteger LAST = new AtomicInteger();

        @Override
        public Integer get() {
            return LAST.incrementAndGet();
        }
    }
}
