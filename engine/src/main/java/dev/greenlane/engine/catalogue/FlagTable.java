package dev.greenlane.engine.catalogue;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The flags of a usage by their spelling, in front of those of the usage around it. Immutable. */
final class FlagTable {

    static final FlagTable EMPTY = new FlagTable(Map.of(), null, null);

    private static final int ASCII = 128;

    private final Map<String, Flag> bySpelling;
    private final @Nullable Flag[] byLetter = new @Nullable Flag[ASCII];
    private final NavigableMap<String, Flag> byLongSpelling = new TreeMap<>();
    private final @Nullable Flag assignment;
    private final @Nullable FlagTable outer;
    private final boolean hasPlainWords;

    /**
     * @param bySpelling flags with their dashes; {@code if=} for words such as {@code if=x}
     * @param assignment the flag that is any word {@code X=y}
     */
    FlagTable(Map<String, Flag> bySpelling, @Nullable Flag assignment, @Nullable FlagTable outer) {
        this.bySpelling = Map.copyOf(bySpelling);
        this.assignment = assignment;
        this.outer = outer;
        boolean plain = assignment != null || outer != null && outer.hasPlainWords;
        for (Map.Entry<String, Flag> entry : bySpelling.entrySet()) {
            String spelling = entry.getKey();
            plain |= spelling.charAt(0) != '-';
            if (spelling.startsWith("--")) {
                byLongSpelling.put(spelling, entry.getValue());
            } else if (spelling.length() == 2 && spelling.charAt(1) < ASCII && spelling.charAt(0) == '-') {
                byLetter[spelling.charAt(1)] = entry.getValue();
            }
        }
        hasPlainWords = plain;
    }

    /** The flag that is spelled exactly so. */
    @Nullable
    Flag find(String spelling) {
        for (FlagTable table = this; table != null; table = table.outer) {
            Flag flag = table.bySpelling.get(spelling);
            if (flag != null) {
                return flag;
            }
        }
        return null;
    }

    /** The flag with one dash and this letter. */
    @Nullable
    Flag letter(char letter) {
        for (FlagTable table = this; table != null && letter < ASCII; table = table.outer) {
            Flag flag = table.byLetter[letter];
            if (flag != null) {
                return flag;
            }
        }
        return null;
    }

    /** The only flag whose long spelling begins so. */
    @Nullable
    Flag abbreviated(String beginning) {
        Flag only = null;
        for (FlagTable table = this; table != null && only == null; table = table.outer) {
            for (Map.Entry<String, Flag> entry :
                    table.byLongSpelling.tailMap(beginning).entrySet()) {
                if (!entry.getKey().startsWith(beginning)) {
                    break;
                }
                if (only != null && !only.equals(entry.getValue())) {
                    return null;
                }
                only = entry.getValue();
            }
        }
        return only;
    }

    /** The flag that is any word {@code X=y}. */
    @Nullable
    Flag assignment() {
        return assignment != null || outer == null ? assignment : outer.assignment();
    }

    /** Whether words without a dash in front can be flags. */
    boolean hasPlainWords() {
        return hasPlainWords;
    }
}
