package dev.grapnel.examples.demo;

import dev.grapnel.examples.demo.model.Country;
import dev.grapnel.examples.demo.screen.Screen;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody else writes to the same database. Shows that an object keeps what it read until it is refreshed or expired. */
final class OtherWriter {
    private final SessionFactory sessions;
    private final Screen screen;
    private final String url;

    OtherWriter(SessionFactory sessions, Screen screen, String url) {
        this.sessions = sessions;
        this.screen = screen;
        this.url = url;
    }

    void run(Checks checks) throws SQLException {
        screen.section("Refreshed after somebody else wrote");
        try (Session session = sessions.open()) {
            Country iceland = session.getOne(Country.class, "IS");
            screen.item("read", iceland.name());
            renameElsewhere();
            screen.item("still", iceland.name());
            session.refresh(iceland);
            screen.item("refreshed", iceland.name());
            checks.equal("name after the refresh", "Ísland", iceland.name());
        }
    }

    private void renameElsewhere() throws SQLException {
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.executeUpdate("update country set name = 'Ísland' where code = 'IS'");
        }
    }
}
