package dev.grapnel.core.instrument;

import dev.grapnel.core.error.MappingException;
import dev.grapnel.core.error.NotEnhancedException;
import dev.grapnel.core.state.EnhancedType;
import java.io.Serializable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a class can be put under watch. */
final class MappableClass {
    private static final Logger LOG = LoggerFactory.getLogger(MappableClass.class);

    private MappableClass() {}

    static EnhancedType require(Class<?> mapped) {
        EnhancedType type = EnhancedType.find(mapped);
        if (type == null) {
            throw notEnhanced(mapped);
        }
        if (type.manager() != null) {
            throw new MappingException(
                    "Cannot map class " + mapped.getName()
                            + ": it is mapped by another registry that is still in use. Dispose that registry first, or share it.");
        }
        return type;
    }

    /** Java would run the constructor of the superclass on reading, and what the subclass holds would count as never set. */
    static void warnIfPartlySerializable(EnhancedType type) {
        EnhancedType root = type;
        while (root.parent() != null) {
            root = root.parent();
        }
        if (Serializable.class.isAssignableFrom(type.type()) && !Serializable.class.isAssignableFrom(root.type())) {
            LOG.warn(
                    "Objects of {} would lose their values in Java serialisation: the class is Serializable, and its superclass {} is not."
                            + " Let that implement Serializable too.",
                    type.type().getName(),
                    root.type().getName());
        }
    }

    private static NotEnhancedException notEnhanced(Class<?> mapped) {
        return new NotEnhancedException(
                "Cannot map class " + mapped.getName() + ": it is not enhanced, so its fields cannot be watched."
                        + " Do one of three things: (1) build with the grapnel-enhancer-maven-plugin (goal enhance), (2) start the JVM with"
                        + " -javaagent:grapnel-enhancer.jar=" + mapped.getPackageName()
                        + ", (3) call Enhancer.install(\"" + mapped.getPackageName()
                        + "\") as the first statement of the program, before the class is loaded.",
                null);
    }
}
