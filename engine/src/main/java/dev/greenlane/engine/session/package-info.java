/**
 * One agent conversation, as far as a later call depends on earlier ones. A
 * {@link dev.greenlane.engine.session.Session} is a value: a call goes in, a new session comes out. Knows nothing of what is
 * allowed.
 */
@NullMarked
package dev.greenlane.engine.session;

import org.jspecify.annotations.NullMarked;
