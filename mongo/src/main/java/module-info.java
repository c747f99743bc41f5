/**
 * The document backend: the same unit of work and the same events over MongoDB.
 *
 * <p>Start reading at {@link dev.grapnel.mongo.OdmSession}, then {@link dev.grapnel.mongo.session.OdmSessionFactory}.
 */
@org.jspecify.annotations.NullMarked
// The driver has no module descriptors, only names in its manifests.
@SuppressWarnings("requires-transitive-automatic")
module dev.grapnel.mongo {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.core;
    requires transitive org.mongodb.bson;
    requires transitive org.mongodb.driver.core;
    requires transitive org.mongodb.driver.sync.client;

    exports dev.grapnel.mongo;
    exports dev.grapnel.mongo.annotation;
    exports dev.grapnel.mongo.attribute;
    exports dev.grapnel.mongo.change;
    exports dev.grapnel.mongo.command;
    exports dev.grapnel.mongo.connection;
    exports dev.grapnel.mongo.field;
    exports dev.grapnel.mongo.mapping;
    exports dev.grapnel.mongo.schema;
    exports dev.grapnel.mongo.session;
}
