package dev.grapnel.mongo;

/**
 * Makes the extension of one real session. Called once for each session, when the session is made or the factory is registered
 * (statement ODM-N1).
 */
@FunctionalInterface
public interface SessionExtensionFactory {
    /**
     * Makes the extension.
     *
     * @param session the real session, also behind a proxy (statement ODM-K6)
     * @return the extension
     */
    SessionExtension create(OdmSession session);

    /** A factory that gives the same extension to all who ask: for extensions without state of their own, which serve any number of sessions. */
    static SessionExtensionFactory of(SessionExtension shared) {
        return session -> shared;
    }
}
