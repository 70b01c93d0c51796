/**
 * What is allowed: {@link dev.greenlane.engine.policy.Policy} judges the effects of one call by rules that are data. Knows
 * effects; knows nothing of how they were found, of modes, users' permission rules or consent, which come before and after.
 */
@NullMarked
package dev.greenlane.engine.policy;

import org.jspecify.annotations.NullMarked;
