/**
 * What a rule asks of one effect: {@link dev.greenlane.engine.policy.condition.Condition}, a small tree that answers yes or
 * no. Rules are written in CEL; {@code policy.source} turns checked CEL into these trees, so that judging a call needs
 * neither parser nor library. Knows nothing of rules and files; sees an effect only as {@link
 * dev.greenlane.engine.policy.condition.Subject}.
 */
@NullMarked
package dev.greenlane.engine.policy.condition;

import org.jspecify.annotations.NullMarked;
