package dev.grapnel.enhancer;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Answers what one class has to know of others: which of them are enhanced, and to whom a field belongs.
 *
 * <p>Whether a class is enhanced follows from its class file and the scope alone, not from the order in which classes
 * are met. So every way of applying the enhancer comes to the same answer.
 */
final class Hierarchy {

    private final EnhancementScope scope;
    private final ClassFiles classFiles;
    private final Map<String, ClassOutline> known;
    private final Predicate<String> reachable;

    /**
     * Creates a hierarchy.
     *
     * @param known outlines that were read before, shared by all hierarchies over the same class files
     * @param reachable whether a class in scope is one that this run of the enhancer can still change
     */
    Hierarchy(
            EnhancementScope scope,
            ClassFiles classFiles,
            Map<String, ClassOutline> known,
            Predicate<String> reachable) {
        this.scope = scope;
        this.classFiles = classFiles;
        this.known = known;
        this.reachable = reachable;
    }

    EnhancementScope scope() {
        return scope;
    }

    Optional<ClassOutline> find(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        ClassOutline outline = known.get(name);
        if (outline != null) {
            return Optional.of(outline);
        }
        // A class that is missing is looked for again each time: some loaders make classes while the program runs.
        Optional<ClassOutline> found =
                classFiles.find(name).map(ClassFile::reader).map(ClassOutline::of);
        found.ifPresent(each -> known.put(name, each));
        return found;
    }

    /** Returns whether the class has been enhanced already or is enhanced when its turn comes. */
    boolean isEnhanced(ClassOutline candidate) {
        if (candidate.isAlreadyEnhanced()) {
            return true;
        }
        if (!candidate.isPlainClass() || !scope.contains(candidate.name()) || !asksForEnhancement(candidate)) {
            return false;
        }
        return reachable.test(candidate.name()) || unreachable(candidate);
    }

    private boolean asksForEnhancement(ClassOutline candidate) {
        return scope.names(candidate.name())
                || (candidate.hasEntityAnnotation() && scope.selects(candidate.name()))
                || find(candidate.superName()).filter(this::isEnhanced).isPresent();
    }

    private boolean unreachable(ClassOutline candidate) {
        if (scope.isUnlimited()) {
            // Nobody asked for a class of a library; it counts as a superclass that is not enhanced.
            return false;
        }
        throw Problems.notEnhancedInItsOwnBuild(candidate);
    }

    /** Returns the nearest enhanced superclass. */
    Optional<ClassOutline> enhancedSuperclass(ClassOutline outline) {
        Optional<ClassOutline> superclass = superclass(outline);
        while (superclass.isPresent() && !isEnhanced(superclass.get())) {
            superclass = superclass(superclass.get());
        }
        return superclass;
    }

    private Optional<ClassOutline> superclass(ClassOutline outline) {
        String name = outline.superName();
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(find(name).orElseThrow(() -> Problems.missingSuperclass(outline, name)));
    }

    /** Returns the superclass on account of which no object of the class can be made for loading. */
    Optional<ClassOutline> obstacleToLoading(ClassOutline outline) {
        ClassOutline superclass = superclass(outline).orElseThrow();
        if (isEnhanced(superclass)) {
            return obstacleToLoading(superclass);
        }
        boolean runsEnhancedCode = enhancedSuperclass(superclass).isPresent();
        return runsEnhancedCode || !canConstruct(superclass, outline) ? Optional.of(superclass) : Optional.empty();
    }

    private static boolean canConstruct(ClassOutline superclass, ClassOutline subclass) {
        int access = superclass.noArgumentConstructor();
        if (access == ClassOutline.NO_CONSTRUCTOR) {
            return false;
        }
        if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0) {
            return true;
        }
        return (access & Opcodes.ACC_PRIVATE) != 0
                ? superclass.nestHost().equals(subclass.nestHost())
                : superclass.packageName().equals(subclass.packageName());
    }

    /** Finds the persistent field of an enhanced class that an instruction names, as the virtual machine would. */
    Optional<InterceptedField> interceptedField(String owner, String name, String descriptor) {
        if (owner.startsWith("java/")) {
            return Optional.empty();
        }
        Optional<ClassOutline> declaring = find(owner);
        while (declaring.isPresent() && declaring.get().field(name, descriptor).isEmpty()) {
            declaring = find(declaring.get().superName());
        }
        return declaring.flatMap(outline -> outline.field(name, descriptor)
                .filter(FieldOutline::persistent)
                .filter(field -> isEnhanced(outline))
                .map(field -> new InterceptedField(outline.name(), field)));
    }

    boolean isSubclass(ClassOutline outline, String ancestor) {
        Optional<ClassOutline> current = Optional.of(outline);
        while (current.isPresent()) {
            if (current.get().name().equals(ancestor)) {
                return true;
            }
            current = find(current.get().superName());
        }
        return false;
    }

    boolean isSerializable(ClassOutline outline) {
        return implementsInterface(outline, "java/io/Serializable", new HashSet<>());
    }

    /**
     * Returns whether the root-most enhanced class above a class, or this one itself, keeps the states of its objects.
     *
     * @throws EnhancementException if only a class below the root-most one would do so
     */
    boolean holdsState(ClassOutline outline) {
        ClassOutline root = outline;
        for (Optional<ClassOutline> at = Optional.of(outline); at.isPresent(); at = enhancedSuperclass(at.get())) {
            root = at.get();
        }
        boolean held = implementsInterface(root, RuntimeNames.STATE_HOLDER, new HashSet<>());
        if (!held && implementsInterface(outline, RuntimeNames.STATE_HOLDER, new HashSet<>())) {
            throw Problems.stateHeldBelowTheRoot(outline, root);
        }
        return held;
    }

    private boolean implementsInterface(ClassOutline outline, String wanted, Set<String> seen) {
        if (outline.name().equals(wanted)) {
            return true;
        }
        Set<String> supertypes = new HashSet<>(outline.interfaces());
        supertypes.add(Objects.requireNonNullElse(outline.superName(), "java/lang/Object"));
        return supertypes.stream()
                .filter(seen::add)
                .anyMatch(supertype -> supertype.equals(wanted)
                        || find(supertype)
                                .filter(found -> implementsInterface(found, wanted, seen))
                                .isPresent());
    }

    /** Makes the outline of a class known whose bytes are at hand, perhaps before any class file can be found for it. */
    ClassOutline learn(ClassReader classFile) {
        ClassOutline outline = ClassOutline.of(classFile);
        known.put(outline.name(), outline);
        return outline;
    }
}
