/**
 * Puts Greenlane's hooks into agents' own settings and takes them out again, without touching a letter of what else stands
 * there. It knows where each agent keeps its settings, and nothing of events and verdicts.
 */
@NullMarked
package dev.greenlane.agents.install;

import org.jspecify.annotations.NullMarked;
