package dev.grapnel.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.postgres.extensions.types.Hstore.hstore;
import static org.jooq.postgres.extensions.types.Inet.inet;
import static org.jooq.postgres.extensions.types.IntegerRange.integerRange;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.session.Instance;
import dev.grapnel.sql.Registry;
import dev.grapnel.sql.Schema;
import dev.grapnel.sql.Session;
import dev.grapnel.sql.SessionFactory;
import dev.grapnel.sql.attribute.ColumnAttribute;
import dev.grapnel.sql.connection.Engine;
import dev.grapnel.sql.connection.JdbcTransaction;
import dev.grapnel.sql.connection.StatementKind;
import dev.grapnel.sql.schema.ColumnType;
import dev.grapnel.testkit.StatementRecorder;
import dev.grapnel.testkit.TestDatabases;
import dev.grapnel.testkit.session.Hosts.Disk;
import dev.grapnel.testkit.session.Hosts.Host;
import dev.grapnel.testkit.session.Hosts.Mood;
import dev.grapnel.testkit.session.Hosts.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jooq.postgres.extensions.types.Inet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Types of the user's own, in jOOQ's words, on PostgreSQL. */
@DisplayName("A column type of one's own")
class ColumnTypeTest {
    private static final ColumnAttribute<Host, Inet> ADDRESS = ColumnAttribute.of(Host.class, "address", Inet.class);
    private static final ColumnAttribute<Host, Mood> MOOD = ColumnAttribute.of(Host.class, "mood", Mood.class);

    private Engine engine;
    private Registry registry;
    private SessionFactory sessions;

    @BeforeEach
    void makeTable() {
        engine = TestDatabases.POSTGRESQL.open();
        try (JdbcTransaction transaction = engine.begin()) {
            transaction.connection().jooq().execute("create extension hstore");
            transaction.connection().jooq().execute("create type mood as enum ('CALM', 'BUSY')");
            transaction.commit();
        }
        registry = Registry.of(Hosts.ALL);
        Schema.of(registry).createAll(engine);
        sessions = SessionFactory.of(engine, registry);
    }

    @AfterEach
    void close() {
        try (JdbcTransaction transaction = engine.begin()) {
            transaction.connection().jooq().execute("drop extension hstore cascade");
            transaction.commit();
        }
        registry.dispose();
        engine.close();
    }

    private static Inet address(int last) {
        try {
            return inet(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last}));
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Settings settings() {
        return new Settings("ann", List.of(new Disk("/", 1L << 40), new Disk("/home", 7)));
    }

    private void insertHost() {
        sessions.inTransaction(session -> {
            Host host = new Host(1);
            host.address = address(7);
            host.ports = integerRange(80, 90);
            host.labels = hstore(Map.of("rack", "7", "row", "b"));
            host.names = new String[] {"a, \"b\"", "c"};
            host.mood = Mood.BUSY;
            host.settings = settings();
            session.add(host);
        });
    }

    @Test
    void bringsValuesBack() {
        insertHost();

        try (Session session = sessions.open()) {
            Host found = session.get(Host.class, 1);
            assertThat(found.address).isEqualTo(address(7));
            assertThat(found.ports).isEqualTo(integerRange(80, 90));
            assertThat(found.labels.data()).isEqualTo(Map.of("rack", "7", "row", "b"));
            assertThat(found.names).containsExactly("a, \"b\"", "c");
            assertThat(found.mood).isEqualTo(Mood.BUSY);
            assertThat(found.settings).isEqualTo(settings());
        }
    }

    @Test
    void leavesNullAlone() {
        sessions.inTransaction(session -> session.add(new Host(2)));

        try (Session session = sessions.open()) {
            Host found = session.get(Host.class, 2);
            assertThat(found.address).isNull();
            assertThat(found.ports).isNull();
            assertThat(found.labels).isNull();
            assertThat(found.names).isNull();
            assertThat(found.mood).isNull();
            assertThat(found.settings).isNull();
        }
    }

    @Test
    void standsInConditions() {
        insertHost();

        try (Session session = sessions.open()) {
            assertThat(session.query(Host.class)
                            .where(ADDRESS.eq(address(7)), MOOD.eq(Mood.BUSY))
                            .list())
                    .hasSize(1);
            assertThat(session.query(Host.class).where(ADDRESS.eq(address(8))).list())
                    .isEmpty();
        }
    }

    @Test
    void writesWhatIsAssignedAndNotWhatIsEqual() {
        insertHost();

        try (Session session = sessions.open();
                StatementRecorder statements = StatementRecorder.on(engine)) {
            Host host = session.get(Host.class, 1);
            host.settings = settings();
            session.flush();
            assertThat(statements.count(StatementKind.UPDATE)).isZero();

            host.settings = new Settings("bob", List.of());
            host.mood = Mood.CALM;
            session.commit();
            assertThat(host.settings.owner()).isEqualTo("bob");
            assertThat(host.mood).isEqualTo(Mood.CALM);
        }
    }

    @Test
    void writesAValueThatWasChangedInsideIfThatIsSaid() {
        insertHost();

        try (Session session = sessions.open()) {
            Host host = session.get(Host.class, 1);
            host.names[0] = "z";
            Instance.of(host).flagModified("names");
            session.commit();
        }

        try (Session session = sessions.open()) {
            assertThat(session.get(Host.class, 1).names).containsExactly("z", "c");
        }
    }

    @Test
    void isFoundInTheTablesThatItMade() {
        assertThat(Schema.of(registry).validate(engine).differences()).isEmpty();
    }

    /** A text, whatever its field. */
    static final class TextType implements ColumnType<String> {
        @Override
        public DataType<String> dataType() {
            return SQLDataType.CLOB;
        }
    }

    @Test
    void isRefusedForWhatAColumnHoldsAnyway() {
        assertThatThrownBy(() -> Registry.of(TextType.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("it applies by itself to java.lang.String, which a column can hold as it is")
                .hasMessageContaining("Give the fields a class of their own.");
    }
}
