package dev.grapnel.enhancer;

import java.io.IOException;
import java.util.Optional;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Finds class files where Byte Buddy finds them: in folders, jars and the Java platform. */
final class LocatedClassFiles implements ClassFiles {

    private final ClassFileLocator locator;

    LocatedClassFiles(ClassFileLocator locator) {
        this.locator = locator;
    }

    @Override
    public Optional<byte[]> find(String internalName) {
        try {
            ClassFileLocator.Resolution found = locator.locate(internalName.replace('/', '.'));
            return found.isResolved() ? Optional.of(found.resolve()) : Optional.empty();
        } catch (IOException e) {
            throw Problems.cannotRead(internalName.replace('/', '.'), e);
        }
    }
}
