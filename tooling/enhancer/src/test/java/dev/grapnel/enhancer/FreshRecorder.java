package dev.grapnel.enhancer;

import dev.grapnel.core.state.Recorder;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Forgets what the stand-ins of the runtime were told by the test before. */
final class FreshRecorder implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        Recorder.reset();
    }
}
