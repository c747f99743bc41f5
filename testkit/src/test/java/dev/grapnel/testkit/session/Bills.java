package dev.grapnel.testkit.session;

import dev.grapnel.core.annotation.EagerDefaults;
import dev.grapnel.core.annotation.GeneratedColumn;
import dev.grapnel.core.annotation.ServerDefault;
import dev.grapnel.core.annotation.ServerUpdate;
import dev.grapnel.core.annotation.VersionedBy;
import dev.grapnel.testkit.TestDatabases;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.Connection;
import java.util.List;
import org.h2.api.Trigger;
import org.jooq.DSLContext;

/** Classes with values that the database makes: defaults, generated columns, and what a trigger counts. */
final class Bills {
    static final Class<?>[] ALL = {Bill.class, EagerBill.class, LazyBill.class, Sealed.class, Unsealed.class};

    private Bills() {}

    @MappedSuperclass
    abstract static class Amount {
        @Id
        Integer id;

        Integer price;

        Integer pieces;

        @ServerDefault("'open'")
        String status;

        @GeneratedColumn("\"price\" * \"pieces\"")
        Integer total;

        @ServerUpdate
        @Column(insertable = false)
        Integer counted;

        Amount(int id, int price, int pieces) {
            this.id = id;
            this.price = price;
            this.pieces = pieces;
        }
    }

    @Entity
    @Table(name = "bill")
    static class Bill extends Amount {
        Bill(int id, int price, int pieces) {
            super(id, price, pieces);
        }
    }

    @Entity
    @EagerDefaults
    @Table(name = "eager_bill")
    static class EagerBill extends Amount {
        EagerBill(int id, int price, int pieces) {
            super(id, price, pieces);
        }
    }

    @Entity
    @EagerDefaults(EagerDefaults.When.NEVER)
    @Table(name = "lazy_bill")
    static class LazyBill extends Amount {
        LazyBill(int id, int price, int pieces) {
            super(id, price, pieces);
        }
    }

    /** Has a version that a trigger counts. */
    @Entity
    @Table(name = "sealed")
    static class Sealed {
        @Id
        Integer id;

        String text;

        @Version
        @VersionedBy(VersionedBy.Database.class)
        @ServerDefault("1")
        Integer counted;

        Sealed(int id) {
            this.id = id;
        }
    }

    /** Has a version that nobody sets. */
    @Entity
    @Table(name = "unsealed")
    static class Unsealed {
        @Id
        Integer id;

        @Version
        @VersionedBy(VersionedBy.Database.class)
        Integer counted;

        Unsealed(int id) {
            this.id = id;
        }
    }

    /** Has a trigger count the updates of each row. */
    static void createTriggers(TestDatabases database, DSLContext context) {
        if (database == TestDatabases.POSTGRESQL) {
            context.execute("create function count_update() returns trigger as"
                    + " $$ begin new.counted := coalesce(old.counted, 0) + 1; return new; end $$ language plpgsql");
        }
        for (String table : List.of("bill", "eager_bill", "lazy_bill", "sealed")) {
            context.execute(
                    switch (database) {
                        case H2 ->
                            "create trigger \"count_" + table + "\" before update on \"" + table
                                    + "\" for each row call '" + Counting.class.getName() + "'";
                        case POSTGRESQL ->
                            "create trigger count_update before update on " + table
                                    + " for each row execute function count_update()";
                        default ->
                            "create trigger count_" + table + " after update on " + table + " begin update " + table
                                    + " set counted = coalesce(old.counted, 0) + 1 where id = new.id; end";
                    });
        }
    }

    /** The trigger of H2. */
    public static final class Counting implements Trigger {
        private int counted;

        @Override
        public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
                throws java.sql.SQLException {
            try (var columns = connection.getMetaData().getColumns(null, schema, table, "counted")) {
                columns.next();
                counted = columns.getInt("ORDINAL_POSITION") - 1;
            }
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            after[counted] = before[counted] == null ? 1 : (Integer) before[counted] + 1;
        }
    }
}
