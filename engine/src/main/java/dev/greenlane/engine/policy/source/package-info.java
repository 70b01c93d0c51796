/**
 * Policy as people write it: YAML with conditions in CEL. {@link dev.greenlane.engine.policy.source.PolicyReader} checks it
 * and turns it into the values of {@code policy}. For the default policy the build does so ({@code build/PreparePolicy.java}),
 * so that judging a call needs neither YAML nor CEL.
 */
@NullMarked
package dev.greenlane.engine.policy.source;

import org.jspecify.annotations.NullMarked;
