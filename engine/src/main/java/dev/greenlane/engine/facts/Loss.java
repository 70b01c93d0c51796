package dev.greenlane.engine.facts;

import java.util.List;
import java.util.Locale;

/** What an effect takes with it that nothing brings back. Immutable. */
public sealed interface Loss {

    /** Nobody has looked. */
    Loss NOT_LOOKED = new Unknown("nobody has looked");

    /** @param why why nobody can tell, as a clause */
    record Unknown(String why) implements Loss {}

    /** @param because why nothing is lost, as a clause: {@code all of it is in the last commit} */
    record Nothing(String because) implements Loss {}

    /**
     * Something is.
     *
     * @param files how many files
     * @param bytes their sizes added up
     * @param lines how many lines of text stand in them or were changed; negative where nobody counted
     * @param commits how many commits
     * @param stashes how many stashes
     * @param first names of some of the files, for people
     * @param where what they are: {@code are in no commit}
     */
    record Of(int files, long bytes, long lines, int commits, int stashes, List<String> first, String where)
            implements Loss {
        public Of {
            first = List.copyOf(first);
        }

        /** Files that only stand where they stand. */
        static Of files(Tally tally, String where) {
            return new Of(tally.files(), tally.bytes(), tally.lines(), 0, 0, tally.first(), where);
        }

        static Of commits(int count, String where) {
            return new Of(0, 0, -1, count, 0, List.of(), where);
        }

        static Of stashes(int count, String where) {
            return new Of(0, 0, -1, 0, count, List.of(), where);
        }
    }

    /** In words, as a clause for people: {@code 3 files (412 lines, 9 kB) are in no commit: a.txt, b.txt and 1 more}. */
    default String told() {
        return switch (this) {
            case Unknown(String why) -> "what is lost is not known, " + why;
            case Nothing(String because) -> because;
            case Of loss when loss.commits > 0 -> counted(loss.commits, "commit") + " " + loss.where;
            case Of loss when loss.stashes > 0 -> counted(loss.stashes, "stash") + " " + loss.where;
            case Of loss -> counted(loss.files, "file") + " (" + size(loss) + ") " + loss.where + names(loss);
        };
    }

    private static String size(Of loss) {
        String bytes = loss.bytes < 1_000
                ? loss.bytes + " bytes"
                : loss.bytes < 1_000_000
                        ? loss.bytes / 1_000 + " kB"
                        : String.format(Locale.ROOT, "%.1f MB", loss.bytes / 1e6);
        return loss.lines < 0 ? bytes : counted(loss.lines, "line") + ", " + bytes;
    }

    private static String names(Of loss) {
        if (loss.first.isEmpty()) {
            return "";
        }
        int more = loss.files - loss.first.size();
        return ": " + String.join(", ", loss.first) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String counted(long count, String what) {
        String many = what.endsWith("sh") ? what + "es" : what + "s";
        return count + " " + (count == 1 ? what : many);
    }
}
