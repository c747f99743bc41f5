package dev.grapnel.kotlin

import dev.grapnel.enhancer.Enhancer
import org.junit.platform.launcher.LauncherSession
import org.junit.platform.launcher.LauncherSessionListener

/** Enhances the entity classes before the first of them is loaded. */
class Enhancement : LauncherSessionListener {
    override fun launcherSessionOpened(session: LauncherSession) {
        Enhancer.install("dev.grapnel.kotlin")
    }
}
