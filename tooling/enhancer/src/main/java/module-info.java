/**
 * Bytecode enhancement of plain classes: in a build, as a Java agent, or from inside a program.
 *
 * <p>Start reading at {@link dev.grapnel.enhancer.Enhancer}.
 */
@org.jspecify.annotations.NullMarked
module dev.grapnel.enhancer {
    requires static transitive org.jspecify;
    requires java.instrument;
    requires net.bytebuddy;
    requires net.bytebuddy.agent;

    exports dev.grapnel.enhancer;
}
