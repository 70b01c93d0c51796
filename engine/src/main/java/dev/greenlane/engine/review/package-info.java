/**
 * The decision on one call: {@link dev.greenlane.engine.review.Reviewer} brings understanding, the user's rules, the policy
 * and the permission mode together into a {@link dev.greenlane.engine.review.Verdict}. Knows nothing of agents, wires,
 * stores or screens.
 */
@NullMarked
package dev.greenlane.engine.review;

import org.jspecify.annotations.NullMarked;
