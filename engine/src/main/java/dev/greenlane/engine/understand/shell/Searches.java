package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What programs that search for files by name find, as patterns: one for each folder that they search and each name. */
final class Searches {

    private static final int MOST_FOLDERS = 16;
    private static final int MOST_PATTERNS = 16;
    private static final Set<String> VALUE_OF_FD = Set.of(
            "-t", "--type", "-d", "--max-depth", "-E", "--exclude", "-S", "--size", "-o", "--owner", "-j", "-c", "-C");

    private static final Set<String> EXEC_OF_FD = Set.of("-x", "--exec", "-X", "--exec-batch");

    private Searches() {}

    static List<Value> find(List<Argument> arguments) {
        List<Value> folders = new ArrayList<>();
        for (Argument argument : arguments) {
            String word = argument.value().prefix();
            if (word.startsWith("-") || word.equals("(") || word.equals("!")) {
                break;
            }
            folders.add(argument.value());
        }
        List<String> patterns = new ArrayList<>();
        Branch branch = new Branch();
        for (int i = folders.size(); i < arguments.size(); i++) {
            String word = arguments.get(i).value().prefix();
            if (word.equals("-o") || word.equals("-or") || word.equals(",")) {
                branch.end(patterns);
                branch = new Branch();
            } else if ((word.equals("-name") || word.equals("-iname")) && i + 1 < arguments.size()) {
                branch.pattern = arguments.get(++i).value().display();
            }
            branch.negated |= word.equals("!") || word.equals("-not");
            branch.pruned |= word.equals("-prune");
        }
        branch.end(patterns);
        return below(folders, patterns);
    }

    /** What stands between two {@code -o}. */
    private static final class Branch {

        private String pattern = "*";
        private boolean negated;
        private boolean pruned;

        void end(List<String> patterns) {
            if (!pruned && patterns.size() < MOST_PATTERNS) {
                patterns.add(negated ? "*" : pattern);
            }
        }
    }

    static List<Value> fd(List<Argument> arguments) {
        List<Value> operands = new ArrayList<>();
        List<Value> folders = new ArrayList<>();
        String pattern = "*";
        for (int i = 0; i < arguments.size(); i++) {
            String flag = arguments.get(i).value().prefix();
            if (EXEC_OF_FD.contains(flag)) {
                break;
            }
            boolean more = i + 1 < arguments.size();
            if ((flag.equals("-e") || flag.equals("--extension")) && more) {
                pattern = "*." + arguments.get(++i).value().display();
            } else if (flag.equals("--search-path") && more) {
                folders.add(arguments.get(++i).value());
            } else if (VALUE_OF_FD.contains(flag)) {
                i++;
            } else if (!flag.startsWith("-")) {
                operands.add(arguments.get(i).value());
            }
        }
        folders.addAll(operands.subList(Math.min(1, operands.size()), operands.size()));
        return below(folders, List.of(pattern));
    }

    private static List<Value> below(List<Value> folders, List<String> patterns) {
        return (folders.isEmpty() ? List.of(Value.of(".")) : folders)
                .stream()
                        .limit(MOST_FOLDERS)
                        .flatMap(folder -> patterns.stream().map(pattern -> Outputs.below(folder, pattern)))
                        .toList();
    }
}
