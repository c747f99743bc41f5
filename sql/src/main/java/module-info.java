/**
 * The relational backend: jOOQ for text, JDBC for talk.
 *
 * <p>Start reading at {@link dev.grapnel.sql.connection.Engine}, then {@link dev.grapnel.sql.statement.StatementCache}.
 */
@org.jspecify.annotations.NullMarked
module dev.grapnel.sql {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.core;
    requires transitive org.jooq;
    requires transitive java.sql;
    requires java.compiler;
    requires com.zaxxer.hikari;
    requires jakarta.persistence;
    requires org.slf4j;

    exports dev.grapnel.sql;
    exports dev.grapnel.sql.attribute;
    exports dev.grapnel.sql.bind;
    exports dev.grapnel.sql.bulk;
    exports dev.grapnel.sql.inspect;
    exports dev.grapnel.sql.join;
    exports dev.grapnel.sql.mapping;
    exports dev.grapnel.sql.mapping.builder;
    exports dev.grapnel.sql.load;
    exports dev.grapnel.sql.persist;
    exports dev.grapnel.sql.query;
    exports dev.grapnel.sql.connection;
    exports dev.grapnel.sql.dialect;
    exports dev.grapnel.sql.row;
    exports dev.grapnel.sql.schema;
    exports dev.grapnel.sql.statement;
    exports dev.grapnel.sql.structure;
}
