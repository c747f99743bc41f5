package dev.grapnel.sql.inspect;

/**
 * The source of an entity class, made from a table.
 *
 * @param packageName of the class
 * @param className without the package
 * @param source text of its file
 */
public record EntitySkeleton(String packageName, String className, String source) {
    /** {@return the name of its file, with slashes, below the folder of sources} */
    public String fileName() {
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return folder + className + ".java";
    }
}
