/** One interface for each hook, for classes that prefer types to annotations; any subset, and none is required. */
package dev.grapnel.hooks.typed;
