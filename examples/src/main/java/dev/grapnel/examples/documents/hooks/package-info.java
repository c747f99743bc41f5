/** What listens: to the objects of one class, to a session, and to the commands. */
@NullMarked
package dev.grapnel.examples.documents.hooks;

import org.jspecify.annotations.NullMarked;
