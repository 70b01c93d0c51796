/**
 * GitHub's Copilot CLI. Hooks named in camel case have a protocol of their own, without an event's name in it; hooks named as
 * Claude's are {@code shape}'s.
 */
@NullMarked
package dev.greenlane.agents.copilotcli;

import org.jspecify.annotations.NullMarked;
