/**
 * Methods of the program that the library calls: found by their annotations once, when a class is mapped, and opened as method handles.
 *
 * <p>Validators, methods that run on load, callback methods of JPA and hooks of extensions stand on it. Start reading at
 * {@link dev.grapnel.core.instrument.method.MarkedMethods}.
 */
package dev.grapnel.core.instrument.method;
