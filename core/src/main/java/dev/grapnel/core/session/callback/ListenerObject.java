package dev.grapnel.core.session.callback;

/**
 * An entity listener.
 *
 * @param type its class
 * @param object the one object of that class in the registry
 */
record ListenerObject(Class<?> type, Object object) {}
