package dev.grapnel.examples.softdelete;

import java.time.Instant;

/** An object whose row stays when it is deleted. */
interface SoftDeletable {
    /** Notes when it was deleted. */
    void deletedAt(Instant moment);
}
