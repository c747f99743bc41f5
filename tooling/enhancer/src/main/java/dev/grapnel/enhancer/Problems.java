package dev.grapnel.enhancer;

import java.nio.file.Path;
import java.util.List;

/** The messages of this module: what failed, on what, why, what to do. Gathered so that they keep one tone. */
final class Problems {

    private Problems() {}

    static EnhancementException classFileTooNew(int majorVersion, Throwable cause) {
        return new EnhancementException(
                "Cannot read a class file of version " + majorVersion + " (" + ClassFile.javaVersion(majorVersion)
                        + "): it is newer than the Byte Buddy in use understands. Use a newer net.bytebuddy:byte-buddy,"
                        + " or compile with a lower --release.",
                cause);
    }

    static EnhancementException classFileTooOld(ClassOutline outline) {
        return new EnhancementException("Cannot enhance " + outline.javaName() + ": its class file has version "
                + outline.version() + " (" + ClassFile.javaVersion(outline.version())
                + "), and the oldest that can be enhanced is " + ClassFile.OLDEST_VERSION
                + " (Java 8). Compile it with --release 8 or newer.");
    }

    static EnhancementException notAPlainClass(ClassOutline outline) {
        return new EnhancementException("Cannot enhance " + outline.javaName() + ": it is named for enhancement but is "
                + outline.kind() + ", and only classes can be enhanced. Remove it from the list of classes"
                + (outline.kind().equals("a record") ? "; a record works as an embeddable as it is." : "."));
    }

    static EnhancementException missingSuperclass(ClassOutline outline, String superclass) {
        return new EnhancementException("Cannot enhance " + outline.javaName() + ": the class file of its superclass "
                + superclass.replace('/', '.') + " is not found, so nobody knows whether that is enhanced."
                + " Put it on the class path of the enhancer, or make it available through getResource of its class"
                + " loader.");
    }

    static EnhancementException notEnhancedInItsOwnBuild(ClassOutline outline) {
        return new EnhancementException("Cannot enhance classes that use or extend " + outline.javaName()
                + ": it lies in the scope of enhancement, but comes from another module or jar and has not been enhanced"
                + " there. Enhance that module first (build its classes with the same plugin), or leave its package out"
                + " of the scope.");
    }

    static EnhancementException stateHeldBelowTheRoot(ClassOutline outline, ClassOutline root) {
        return new EnhancementException("Cannot enhance " + outline.javaName()
                + ": it implements StateHolder, but the state of its objects is in the slot of its superclass "
                + root.javaName() + ". Let the class that heads the hierarchy implement StateHolder, or none of them.");
    }

    static EnhancementException stateHolderUsesAttribute(EnhancedClass holder, FieldOutline field) {
        return new EnhancementException("Cannot enhance " + holder.outline().javaName() + ": its method "
                + RuntimeNames.HELD_STATE + "(…) uses the persistent field '" + field.name()
                + "', and each use of that asks for the state again, without end. Annotate the field with"
                + " @jakarta.persistence.Transient, or keep the state elsewhere.");
    }

    static EnhancementException cannotTransform(String className, Throwable cause) {
        return new EnhancementException(
                "Cannot enhance " + className.replace('/', '.') + ": " + cause
                        + ". The class file may be damaged or come from a tool that writes unusual code; please report"
                        + " it with the class file.",
                cause);
    }

    static EnhancementException noPackages(String example) {
        return new EnhancementException("Cannot start the enhancer: no package is given, so it does not know which"
                + " classes to enhance. Name the packages of your entities, as in " + example + ".");
    }

    static EnhancementException cannotAttach(Throwable cause) {
        return new EnhancementException(
                "Cannot enhance classes from inside this program: the virtual machine does not let it attach an agent ("
                        + cause.getMessage() + "). Allow it with -XX:+EnableDynamicAgentLoading and without"
                        + " -XX:+DisableAttachMechanism on a full JDK; or start the program with"
                        + " -javaagent:grapnel-enhancer-agent.jar=<packages>; or enhance in the build with"
                        + " grapnel-enhancer-maven-plugin.",
                cause);
    }

    static EnhancementException alreadyLoaded(List<String> classes) {
        return new EnhancementException("Cannot enhance " + String.join(", ", classes)
                + ": loaded before Enhancer.install was called, and a loaded class cannot be given new members. Call"
                + " Enhancer.install as the first statement of the program, in a class that has no fields, no static"
                + " initializer and no methods with these classes in their signatures; or use -javaagent or the build"
                + " plugin, for which order does not matter.");
    }

    static EnhancementException cannotRetransform(String classes, Throwable cause) {
        return new EnhancementException(
                "Cannot redirect field accesses in " + classes + ": they were loaded before the enhancer was started,"
                        + " and the virtual machine refuses to change them (" + cause + "). Start the enhancer earlier,"
                        + " or use -javaagent.",
                cause);
    }

    static EnhancementException running(String method) {
        return new EnhancementException("Cannot redirect field accesses in " + method
                + ": it reads or writes fields of classes to be enhanced, and it is running already, so it would go on"
                + " without Grapnel seeing what it does. Move that code into another method, and call it after"
                + " Enhancer.install.");
    }

    static EnhancementException notAFolder(Path folder) {
        return new EnhancementException("Cannot enhance the classes in " + folder
                + ": there is no such folder. Give the folder that the compiler writes to, such as target/classes, and"
                + " compile first.");
    }

    static EnhancementException cannotRead(String what, Throwable cause) {
        return new EnhancementException(
                "Cannot read " + what + ": " + cause + ". Check that it exists and is not damaged, then build again.",
                cause);
    }

    static EnhancementException cannotWrite(String file, Throwable cause) {
        return new EnhancementException(
                "Cannot write the enhanced class " + file + ": " + cause
                        + ". Check the rights on the folder and the free space, then compile and enhance again.",
                cause);
    }
}
