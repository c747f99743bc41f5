package dev.grapnel.testkit.session;

import dev.grapnel.enhancer.EnhancementScope;
import dev.grapnel.enhancer.Enhancer;
import java.util.logging.LogManager;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Enhances the entity classes of the tests, before the first of them is loaded. */
public final class EntityEnhancement implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        LogManager.getLogManager().reset(); // warnings are looked at by tests and printed by nobody
        EnhancementScope scope = EnhancementScope.ofPackages(
                "dev.grapnel.testkit.session",
                "dev.grapnel.testkit.callback",
                "dev.grapnel.testkit.cascade",
                "dev.grapnel.testkit.domain",
                "dev.grapnel.testkit.place",
                "dev.grapnel.testkit.reference",
                "dev.grapnel.testkit.stores",
                "dev.grapnel.core.flush");
        String forum = "dev.grapnel.testkit.domain.forum.";
        Enhancer.install(scope.withClasses(forum + "Author", forum + "Topic", forum + "Post", forum + "Tag"));
    }
}
