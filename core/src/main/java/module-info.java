/** The unit of work without a database. Start reading at {@link dev.grapnel.core.session.Session}. */
@org.jspecify.annotations.NullMarked
module dev.grapnel.core {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.events;
    requires transitive jakarta.persistence;
    requires org.slf4j;

    exports dev.grapnel.core.annotation;
    exports dev.grapnel.core.error;
    exports dev.grapnel.core.state;
    exports dev.grapnel.core.value;
    exports dev.grapnel.core.instrument;
    exports dev.grapnel.core.instrument.method;
    exports dev.grapnel.core.mapping;
    exports dev.grapnel.core.mapping.entry;
    exports dev.grapnel.core.store;
    exports dev.grapnel.core.flush;
    exports dev.grapnel.core.flush.plan;
    exports dev.grapnel.core.flush.execute;
    exports dev.grapnel.core.flush.explain;
    exports dev.grapnel.core.load;
    exports dev.grapnel.core.session;
    exports dev.grapnel.core.session.callback;
    exports dev.grapnel.core.session.option;
}
