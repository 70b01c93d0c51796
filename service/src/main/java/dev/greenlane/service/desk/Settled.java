package dev.greenlane.service.desk;

import dev.greenlane.agents.Answer.Decision;

/**
 * What was decided on the use of a tool, and where it stands.
 *
 * @param rule the id of what decided
 * @param entry its number in the ledger; 0 where it is not recorded
 * @param approvable whether a person could approve it
 */
record Settled(Decision told, String rule, long entry, boolean approvable) {}
