package dev.grapnel.sql.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Read columns of types whose JDBC getters give zero for null. Each type has code of its own, which the compiler can inline to the driver; one
 * method for all took twice the time.
 */
final class PrimitiveReaders {
    private PrimitiveReaders() {}

    static @Nullable Boolean readBoolean(ResultSet rows, int position) throws SQLException {
        boolean value = rows.getBoolean(position);
        return (!value && rows.wasNull()) ? null : value;
    }

    static @Nullable Byte readByte(ResultSet rows, int position) throws SQLException {
        byte value = rows.getByte(position);
        return (value == 0 && rows.wasNull()) ? null : value;
    }

    static @Nullable Short readShort(ResultSet rows, int position) throws SQLException {
        short value = rows.getShort(position);
        return (value == 0 && rows.wasNull()) ? null : value;
    }

    static @Nullable Integer readInt(ResultSet rows, int position) throws SQLException {
        int value = rows.getInt(position);
        return (value == 0 && rows.wasNull()) ? null : value;
    }

    static @Nullable Long readLong(ResultSet rows, int position) throws SQLException {
        long value = rows.getLong(position);
        return (value == 0 && rows.wasNull()) ? null : value;
    }

    static @Nullable Float readFloat(ResultSet rows, int position) throws SQLException {
        float value = rows.getFloat(position);
        return (value == 0 && rows.wasNull()) ? null : value;
    }

    static @Nullable Double readDouble(ResultSet rows, int position) throws SQLException {
        double value = rows.getDouble(position);
        return (value == 0 && rows.wasNull()) ? null : value;
    }
}
