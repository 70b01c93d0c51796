/**
 * What people approve: {@link dev.greenlane.service.consent.Approvals} writes grants down and finds those that hold,
 * {@link dev.greenlane.service.consent.Asks} keeps the questions that wait for an answer. Knows nothing of agents, reviews and
 * wires.
 */
@NullMarked
package dev.greenlane.service.consent;

import org.jspecify.annotations.NullMarked;
