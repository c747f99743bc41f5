package dev.grapnel.testkit.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grapnel.sql.schema.ColumnType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.util.List;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jooq.postgres.extensions.bindings.HstoreBinding;
import org.jooq.postgres.extensions.bindings.InetBinding;
import org.jooq.postgres.extensions.bindings.IntegerRangeBinding;
import org.jooq.postgres.extensions.types.Hstore;
import org.jooq.postgres.extensions.types.Inet;
import org.jooq.postgres.extensions.types.IntegerRange;

/** A class with the types that PostgreSQL has beyond those of Java. */
final class Hosts {
    static final Class<?>[] ALL = {
        Host.class,
        InetType.class,
        RangeType.class,
        HstoreType.class,
        NamesType.class,
        MoodType.class,
        SettingsType.class
    };

    private Hosts() {}

    /** An enum of the database's own: it knows what the database calls it. */
    enum Mood implements EnumType {
        CALM,
        BUSY;

        @Override
        public String getLiteral() {
            return name();
        }

        @Override
        public String getName() {
            return "mood";
        }
    }

    record Disk(String path, long bytes) {}

    record Settings(String owner, List<Disk> disks) {}

    @Entity
    @Table(name = "host")
    static class Host {
        @Id
        int id;

        Inet address;

        IntegerRange ports;

        Hstore labels;

        String[] names;

        Mood mood;

        Settings settings;

        Host(int id) {
            this.id = id;
        }
    }

    /** A type of the database, as its name and a binding of jOOQ say. */
    static final class InetType implements ColumnType<Inet> {
        @Override
        public DataType<Inet> dataType() {
            return ofPostgres("inet").asConvertedDataType(new InetBinding());
        }
    }

    static final class RangeType implements ColumnType<IntegerRange> {
        @Override
        public DataType<IntegerRange> dataType() {
            return ofPostgres("int4range").asConvertedDataType(new IntegerRangeBinding());
        }
    }

    static final class HstoreType implements ColumnType<Hstore> {
        @Override
        public DataType<Hstore> dataType() {
            return ofPostgres("hstore").asConvertedDataType(new HstoreBinding());
        }
    }

    static final class NamesType implements ColumnType<String[]> {
        @Override
        public DataType<String[]> dataType() {
            return SQLDataType.VARCHAR(80).array();
        }
    }

    static final class MoodType implements ColumnType<Mood> {
        @Override
        public DataType<Mood> dataType() {
            return SQLDataType.VARCHAR.asEnumDataType(Mood.class);
        }
    }

    /** A record as a JSON document. */
    static final class SettingsType implements ColumnType<Settings> {
        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public DataType<Settings> dataType() {
            return SQLDataType.JSONB.asConvertedDataType(
                    Converter.ofNullable(JSONB.class, Settings.class, SettingsType::read, SettingsType::write));
        }

        private static Settings read(JSONB document) {
            try {
                return JSON.readValue(document.data(), Settings.class);
            } catch (JsonProcessingException wrong) {
                throw new UncheckedIOException(wrong);
            }
        }

        private static JSONB write(Settings settings) {
            try {
                return JSONB.valueOf(JSON.writeValueAsString(settings));
            } catch (JsonProcessingException wrong) {
                throw new UncheckedIOException(wrong);
            }
        }
    }

    private static DataType<Object> ofPostgres(String name) {
        return new DefaultDataType<>(SQLDialect.POSTGRES, Object.class, name);
    }
}
