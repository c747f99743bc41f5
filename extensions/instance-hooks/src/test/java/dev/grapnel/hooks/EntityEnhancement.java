package dev.grapnel.hooks;

import dev.grapnel.enhancer.Enhancer;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Enhances the entity classes of the tests, before the first of them is loaded. */
public final class EntityEnhancement implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Enhancer.install("dev.grapnel.hooks");
    }
}
