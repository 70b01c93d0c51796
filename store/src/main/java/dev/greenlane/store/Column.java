package dev.greenlane.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of an entry, in the order in which they are hashed; see {@code migrations/0001.sql}. */
enum Column {
    TIME(true),
    SESSION(false),
    PARENT(false),
    AGENT(false),
    TOOL(false),
    INPUT(false),
    CWD(false),
    OUTCOME(false),
    RULE(false),
    REASON(false),
    EVIDENCE_START(true),
    EVIDENCE_END(true),
    CLEARS(false),
    EFFECTS(false),
    FACTS(false),
    STAGE(false),
    MICROS(true),
    TOKENS(true),
    COST(true),
    MODE(false),
    SHADOW(true),
    ANSWERED(false);

    private static final Column[] ALL = values();

    private final boolean isNumber;

    Column(boolean isNumber) {
        this.isNumber = isNumber;
    }

    boolean isNumber() {
        return isNumber;
    }

    static int count() {
        return ALL.length;
    }

    static Column at(int index) {
        return ALL[index];
    }

    /** All names, as SQL lists them. */
    static String list() {
        return Arrays.stream(ALL)
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
