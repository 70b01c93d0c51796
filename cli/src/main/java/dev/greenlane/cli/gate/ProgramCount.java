package dev.greenlane.cli.gate;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.catalogue.Catalogue;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.understand.Understander;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts how often calls run programs that are known, and others. One thread. */
public final class ProgramCount {
    private final Understander understander = Understander.load();
    private final Catalogue catalogue = Catalogue.load();
    private final Map<String, Integer> unknown = new HashMap<>();
    private int known;
    private int all;
    private int calls;
    private int callsKnown;

    /** Counts the programs of one call; a call that runs none does not count. */
    public void add(ToolCall call, Surroundings surroundings) {
        int before = all;
        int unknownBefore = all - known;
        for (Invocation invocation :
                understander.understand(call, surroundings, Files.NONE).invocations()) {
            program(invocation).ifPresent(program -> add(program, invocation));
        }
        if (all > before) {
            calls++;
            callsKnown += all - known == unknownBefore ? 1 : 0;
        }
    }

    private void add(String program, Invocation invocation) {
        all++;
        if (isKnown(program, invocation)) {
            known++;
        } else {
            unknown.merge(program, 1, Integer::sum);
        }
    }

    /** Described, or understood without: a part of the shell, a function of the call, a file of the project. */
    private boolean isKnown(String program, Invocation invocation) {
        return catalogue.program(program).isPresent()
                || invocation.effects().stream()
                        .noneMatch(effect -> effect instanceof Effect.NotUnderstood
                                && effect.target().equals(program));
    }

    /** The program that a command runs; empty where it is not known, or the shell itself acts. */
    private static Optional<String> program(Invocation invocation) {
        return invocation.words().isEmpty()
                ? Optional.empty()
                : invocation.words().get(0).known().filter(program -> !program.isEmpty());
    }

    /** How often any program is run. */
    public int all() {
        return all;
    }

    /** How often one that is known is run. */
    public int known() {
        return known;
    }

    /** Calls that run a program. */
    public int calls() {
        return calls;
    }

    /** Calls all of whose programs are known. */
    public int callsKnown() {
        return callsKnown;
    }

    /** The programs that are not known, the most frequent first, and how often they are run. */
    public List<Map.Entry<String, Integer>> unknown() {
        return unknown.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
