package dev.grapnel.enhancer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds class files as resources of a class loader, without loading classes. */
final class LoaderClassFiles implements ClassFiles {

    private final @Nullable ClassLoader loader;

    /**
     * Creates the source.
     *
     * @param loader a class loader, or null for that of the Java platform itself
     */
    LoaderClassFiles(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public Optional<byte[]> find(String internalName) {
        String resource = internalName + ".class";
        try (InputStream classFile = loader == null
                ? ClassLoader.getSystemResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            return classFile == null ? Optional.empty() : Optional.of(classFile.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
