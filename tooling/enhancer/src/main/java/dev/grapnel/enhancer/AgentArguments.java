package dev.grapnel.enhancer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of the agent: packages separated by commas, then {@code classes=} and names of classes. */
final class AgentArguments {

    private static final String CLASSES = "classes=";
    private static final String PACKAGES = "packages=";

    private AgentArguments() {}

    static EnhancementScope parse(@Nullable String arguments) {
        List<String> packages = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        List<String> current = packages;
        for (String part : arguments == null ? new String[0] : arguments.split(",")) {
            String name = part.strip();
            if (name.startsWith(CLASSES)) {
                current = classes;
                name = name.substring(CLASSES.length());
            } else if (name.startsWith(PACKAGES)) {
                current = packages;
                name = name.substring(PACKAGES.length());
            }
            if (!name.isBlank()) {
                current.add(name);
            }
        }
        return scope(packages, classes);
    }

    private static EnhancementScope scope(List<String> packages, List<String> classes) {
        if (packages.isEmpty() && classes.isEmpty()) {
            throw Problems.noPackages("-javaagent:grapnel-enhancer-agent.jar=com.acme.orders");
        }
        return EnhancementScope.ofPackages(packages.toArray(String[]::new)).withClasses(classes.toArray(String[]::new));
    }
}
