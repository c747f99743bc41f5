package dev.grapnel.mongo.session;

/**
 * How a session behaves, as its factory was told.
 *
 * @param autoflush whether each query flushes first what is pending
 * @param together whether a flush sends its writes together
 */
record SessionSettings(boolean autoflush, boolean together) {}
