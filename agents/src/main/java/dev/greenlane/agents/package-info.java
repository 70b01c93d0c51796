/**
 * The words that Greenlane and every agent share: what an agent tells a hook ({@link HookEvent}), what it is told
 * ({@link Answer}), and an adapter between these and one client's protocol ({@link Agent}).
 *
 * <p>Each agent has a package of its own; {@code known} lists them. Adapters are pure: text in, text out. They know no
 * verdict's making, no file, no service, and not each other. Agents whose protocol is Claude Code's share {@code shape}
 * and differ in data.
 */
@NullMarked
package dev.greenlane.agents;

import org.jspecify.annotations.NullMarked;
