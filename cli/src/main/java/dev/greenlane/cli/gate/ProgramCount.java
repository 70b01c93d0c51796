package dev.greenlane.cli.gate;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.catalogue.Catalogue;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.understand.Understander;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts how often calls run programs that the catalogue describes, and others. One thread. */
public final class ProgramCount {
    private final Understander understander = Understander.load();
    private final Catalogue catalogue = Catalogue.load();
    private final Map<String, Integer> unknown = new HashMap<>();
    private long described;
    private long all;
    private long calls;
    private long callsDescribed;

    /** Counts the programs of one call; a call that runs none does not count. */
    public void add(ToolCall call, Surroundings surroundings) {
        List<String> programs = understander.understand(call, surroundings, Files.NONE).invocations().stream()
                .map(ProgramCount::program)
                .flatMap(Optional::stream)
                .toList();
        if (programs.isEmpty()) {
            return;
        }
        long known = programs.stream()
                .filter(program -> catalogue.program(program).isPresent())
                .count();
        programs.stream()
                .filter(program -> catalogue.program(program).isEmpty())
                .forEach(program -> unknown.merge(program, 1, Integer::sum));
        all += programs.size();
        described += known;
        calls++;
        callsDescribed += known == programs.size() ? 1 : 0;
    }

    /** The program that a command runs; empty where it is not known, or the shell itself acts. */
    private static Optional<String> program(Invocation invocation) {
        return invocation.words().isEmpty()
                ? Optional.empty()
                : invocation.words().get(0).known().filter(program -> !program.isEmpty());
    }

    /** How often any program is run. */
    public long all() {
        return all;
    }

    /** How often a described one is. */
    public long described() {
        return described;
    }

    /** Calls that run a program. */
    public long calls() {
        return calls;
    }

    /** Calls all of whose programs are described. */
    public long callsDescribed() {
        return callsDescribed;
    }

    /** The programs that nobody described, the most frequent first, and how often they are run. */
    public List<Map.Entry<String, Integer>> unknown() {
        return unknown.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
