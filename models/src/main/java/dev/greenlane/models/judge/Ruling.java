package dev.greenlane.models.judge;

import dev.greenlane.engine.policy.Outcome;
import java.util.Optional;

/**
 * What the judge decided.
 *
 * @param rule the id of a rule of the case
 * @param reason why, in its own words; empty where the first look was enough
 * @param quote the words of the person that it found consent in; they are the person's
 */
public record Ruling(Outcome outcome, String rule, String reason, Optional<String> quote) {}
