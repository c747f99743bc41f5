package dev.grapnel.enhancer;

import java.io.File;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;

/**
 * Enhances the classes of a build through Byte Buddy's own build plugins, of which the one for Gradle is the reason.
 *
 * <pre>{@code
 * byteBuddy {
 *   transformation {
 *     plugin = dev.grapnel.enhancer.EnhancerPlugin
 *     argument { value = 'com.acme.orders' }
 *   }
 * }
 * }</pre>
 *
 * <p>With Maven, {@code grapnel-enhancer-maven-plugin} is simpler. Safe for use by several threads.
 */
public final class EnhancerPlugin implements Plugin {

    private final EnhancementScope scope;
    private final File classes;
    private final Map<String, ClassOutline> outlines = new ConcurrentHashMap<>();

    /**
     * Enhances all classes of the build that are annotated as entities, mapped superclasses or embeddables.
     *
     * @param classes the folder of class files, handed over by Byte Buddy
     */
    public EnhancerPlugin(File classes) {
        this.scope = EnhancementScope.ofEverything();
        this.classes = classes;
    }

    /**
     * Enhances classes of some packages, and classes that are named.
     *
     * @param packages as for {@link EnhancerAgent}: packages separated by commas, then {@code classes=} and names
     * @param classes the folder of class files, handed over by Byte Buddy
     * @throws EnhancementException if nothing is named or a name is not valid
     */
    public EnhancerPlugin(String packages, File classes) {
        this.scope = AgentArguments.parse(packages);
        this.classes = classes;
    }

    @Override
    public boolean matches(TypeDescription type) {
        return scope.contains(type.getInternalName());
    }

    @Override
    public DynamicType.Builder<?> apply(
            DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator classFileLocator) {
        ClassFiles classFiles = new LocatedClassFiles(classFileLocator);
        Hierarchy hierarchy = new Hierarchy(scope, classFiles, outlines, this::isOfThisBuild);
        return builder.visit(new WholeClassVisit(new ClassTransformation(hierarchy)));
    }

    private boolean isOfThisBuild(String internalName) {
        // Asked of the folder and not of the classes seen: an incremental build hands over only those that changed.
        return !classes.isDirectory() || new File(classes, internalName + ".class").isFile();
    }

    @Override
    public void close() {
        outlines.clear();
    }
}
