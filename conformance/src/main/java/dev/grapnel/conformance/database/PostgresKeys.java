package dev.grapnel.conformance.database;

import org.jooq.DSLContext;

/** Counters of generated keys for PostgreSQL. */
final class PostgresKeys {
    private static final String GIVE_KEY = """
            create function give_key() returns trigger language plpgsql as $$
            begin
                if new.id is null then
                    update generated_keys set last = last + 1 where table_name = tg_table_name returning last into new.id;
                else
                    update generated_keys set last = greatest(last, new.id) where table_name = tg_table_name;
                end if;
                return new;
            end $$
            """;

    private PostgresKeys() {}

    static void prepare(DSLContext context) {
        context.execute("create table generated_keys (table_name varchar(50) primary key, last integer not null)");
        context.execute(GIVE_KEY);
    }

    static void watch(DSLContext context, String table) {
        context.execute("insert into generated_keys values (?, 0)", table);
        context.execute(
                "create trigger give_key before insert on \"" + table + "\" for each row execute function give_key()");
    }
}
