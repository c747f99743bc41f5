package dev.grapnel.mongo;

import com.mongodb.client.ClientSession;
import dev.grapnel.core.session.SessionTransaction;

/**
 * A transaction of a document session. There are no savepoints, so it has no parent.
 *
 * <p>Belongs to the thread that uses the session.
 */
public interface OdmTransaction extends SessionTransaction {
    /** The session of the driver in which all commands run. What is done with it directly fires no events. */
    ClientSession clientSession();

    /** How often the work was begun, this time included: more than 1 if the driver repeats it. */
    int attempt();
}
