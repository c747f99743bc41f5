package dev.grapnel.examples.extensions;

import dev.grapnel.extension.SessionExtension;
import dev.grapnel.sql.Session;

/** Prints before each commit. */
final class TellCommits implements SessionExtension {
    @Override
    public void beforeCommit(Session session) {
        System.out.println("before commit!");
    }
}
