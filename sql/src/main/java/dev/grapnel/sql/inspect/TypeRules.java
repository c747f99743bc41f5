package dev.grapnel.sql.inspect;

import dev.grapnel.sql.inspect.ColumnShape.Kind;
import org.jooq.SQLDialect;

/**
 * When a live column holds what the mapping wants to keep there. Databases have several names for one thing, and have not all things; what
 * one of them makes of a mapped type is no difference.
 */
enum TypeRules {
    /** A type is what it is. */
    EXACT,
    /** The smallest number has two bytes, and bytes have no limit. */
    POSTGRES {
        @Override
        boolean fit(ColumnShape mapped, ColumnShape live) {
            if (mapped.kind() == Kind.BYTES) {
                return live.kind() == Kind.BYTES;
            }
            boolean smallest = mapped.kind() == Kind.INTEGER && mapped.size() == 1;
            return smallest ? live.kind() == Kind.INTEGER && live.size() == 2 : super.fit(mapped, live);
        }
    },
    /** A decimal of any size is a type of its own. */
    H2 {
        @Override
        boolean fit(ColumnShape mapped, ColumnShape live) {
            boolean unlimited = mapped.kind() == Kind.DECIMAL && mapped.size() == 0;
            return (unlimited && live.name().startsWith("decfloat")) || super.fit(mapped, live);
        }
    },
    /** Truth is a number of one byte, a small floating number a great one, JSON is text, and so is a UUID; there are no offsets. */
    MARIADB {
        @Override
        boolean fit(ColumnShape mapped, ColumnShape live) {
            return switch (mapped.kind()) {
                case BOOLEAN -> live.kind() == Kind.BOOLEAN || (live.kind() == Kind.INTEGER && live.size() == 1);
                case FLOAT -> live.kind() == Kind.FLOAT;
                case JSON -> live.kind() == Kind.JSON || (live.kind() == Kind.TEXT && live.size() == 0);
                case UUID -> live.kind() == Kind.UUID || live.kind() == Kind.TEXT;
                case INSTANT -> live.kind() == Kind.DATE_TIME;
                case TIME_WITH_OFFSET -> live.kind() == Kind.TEXT;
                default -> super.fit(mapped, live);
            };
        }
    },
    /** What counts is the affinity: any number holds numbers, and text holds everything else. No size is kept. */
    SQLITE {
        @Override
        boolean fit(ColumnShape mapped, ColumnShape live) {
            if (mapped.kind().isNumeric()) {
                return live.kind().isNumeric();
            }
            boolean asText = mapped.kind().isTemporal() || mapped.kind() == Kind.UUID || mapped.kind() == Kind.JSON;
            return asText
                    ? live.kind() == Kind.TEXT || live.kind().isTemporal() || live.kind() == mapped.kind()
                    : live.kind() == mapped.kind();
        }
    };

    static TypeRules of(SQLDialect dialect) {
        return switch (dialect.family()) {
            case POSTGRES, YUGABYTEDB -> POSTGRES;
            case H2 -> H2;
            case MARIADB, MYSQL -> MARIADB;
            case SQLITE -> SQLITE;
            default -> EXACT;
        };
    }

    /** Whether a live type is what a mapped one asks for. */
    boolean fit(ColumnShape mapped, ColumnShape live) {
        if (mapped.kind() == Kind.OTHER) {
            return live.kind() == Kind.OTHER && (mapped.name().equals(live.name()) || isVague(mapped) || isVague(live));
        }
        if (mapped.kind() == Kind.ARRAY && live.kind() == Kind.OTHER) {
            return live.name().endsWith(" array") || isVague(live); // of some digits, on H2
        }
        if (mapped.kind() != live.kind()) {
            return false;
        }
        if (mapped.element() != null && live.element() != null) {
            return fit(mapped.element().unsized(), live.element().unsized());
        }
        return switch (mapped.kind()) {
            case INTEGER, FLOAT -> mapped.size() == live.size();
            // A live text without a limit takes whatever is mapped.
            case TEXT, BYTES -> live.size() == 0 || live.size() == mapped.size();
            case DECIMAL -> mapped.size() == 0 || (mapped.size() == live.size() && mapped.scale() == live.scale());
            default -> true;
        };
    }

    private static boolean isVague(ColumnShape shape) {
        return shape.name().equals("other") || shape.name().equals("any");
    }
}
