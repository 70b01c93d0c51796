package dev.greenlane.store;

import java.util.Map;

/**
 * Counts of calls: entries that are none, such as what a subagent hands back, do not count. The maps have the largest count first.
 *
 * @param outcomes by verdict: {@code allow}, {@code ask}, {@code deny}
 * @param grants the calls that a grant let through, by its id
 * @param p50 the review time, in microseconds, that half of the entries kept; 0 where there are none
 * @param p99 the one that 99 of 100 kept
 * @param tokens of models, together
 * @param cost of models, together, in millionths of a US dollar
 */
public record Stats(
        long entries,
        Map<String, Long> outcomes,
        Map<String, Long> rules,
        Map<String, Long> agents,
        Map<String, Long> stages,
        Map<String, Long> grants,
        long p50,
        long p99,
        long tokens,
        long cost) {}
