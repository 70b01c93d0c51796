package dev.greenlane.engine.catalogue;

import java.util.HashMap;
import java.util.Map;

/** Numbers the names of a program's flags and operands, from 0 without gaps. Thread-safe. */
final class Names {

    /** The subcommand's words. */
    static final int SUBCOMMAND = 0;
    /** Only help or the version was asked for. */
    static final int HELP = 1;
    /** Only a rehearsal was asked for. */
    static final int DRY_RUN = 2;
    /** The lines that come in on standard input. */
    static final int INPUT = 3;
    /** The folder to work in instead of the working directory. */
    static final int WORKS_IN = 4;

    private final Map<String, Integer> slots = new HashMap<>();

    Names() {
        slots.put("subcommand", SUBCOMMAND);
        slots.put("help", HELP);
        slots.put("dry-run", DRY_RUN);
        slots.put("stdin", INPUT);
        slots.put("works-in", WORKS_IN);
    }

    synchronized int slot(String name) {
        return slots.computeIfAbsent(name, absent -> slots.size());
    }
}
