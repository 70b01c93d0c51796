/**
 * Rules that people write for agents: permissions in the syntax that agents use, and sentences that only a judge reads. Knows
 * neither where the files are nor who reviews.
 */
@NullMarked
package dev.greenlane.service.rules;

import org.jspecify.annotations.NullMarked;
