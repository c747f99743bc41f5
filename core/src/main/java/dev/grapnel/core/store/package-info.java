/**
 * The port a backend implements: transactions, and the writing of rows a flush asks for. Nothing but interfaces and records.
 */
package dev.grapnel.core.store;
