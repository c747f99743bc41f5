package dev.grapnel.conformance;

import dev.grapnel.enhancer.Enhancer;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Enhances the models before the first of them is loaded; looking for tests may load them already. */
public final class ModelEnhancement implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Enhancer.install("dev.grapnel.conformance.model", "dev.grapnel.conformance.odm.generated");
    }
}
