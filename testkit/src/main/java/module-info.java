/**
 * Recorders, checks, databases and a contract for tests of Grapnel and of programs that use it.
 *
 * <p>Start reading at {@link dev.grapnel.testkit.EventRecorder}.
 */
@org.jspecify.annotations.NullMarked
module dev.grapnel.testkit {
    requires static transitive org.jspecify;
    requires transitive dev.grapnel.sql;
    requires transitive org.junit.jupiter.api;
    requires dev.grapnel.enhancer;
    requires jakarta.persistence;
    requires org.assertj.core;

    exports dev.grapnel.testkit;
    exports dev.grapnel.testkit.contract;

    // The entities of the contract are read and enhanced there.
    opens dev.grapnel.testkit.contract;
}
