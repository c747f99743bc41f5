package dev.grapnel.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The classes of all published modules, read once. */
final class PublishedClasses {

    /** Everything under {@code dev.grapnel} on the class path of this module, tests left out. */
    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("dev.grapnel");

    private PublishedClasses() {}

    /** The jar or class folder that a class was read from: two classes are of one module if it is the same. */
    static String moduleOf(JavaClass type) {
        String uri = type.getSource()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " was not read from a class file."))
                .getUri()
                .toString();
        return uri.substring(0, uri.lastIndexOf(type.getPackageName().replace('.', '/')));
    }
}
