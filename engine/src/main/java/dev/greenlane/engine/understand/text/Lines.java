package dev.greenlane.engine.understand.text;

import dev.greenlane.engine.understand.text.Filters.Flags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Programs that choose, order or cut lines. */
final class Lines {

    private static final int MOST_FIELDS = 1000;

    private Lines() {}

    static Optional<String> changed(String program, Flags flags, String text) {
        return switch (program) {
            case "rev" ->
                Optional.of(each(text, line -> new StringBuilder(line).reverse().toString()));
            case "tac" -> flags.flags().isEmpty() ? Optional.of(reversed(text)) : Optional.empty();
            case "head", "tail" -> end(program, flags, text);
            case "cut" -> cut(flags, text);
            case "paste" ->
                flags.any("s") || flags.any("sd")
                        ? Optional.of(String.join(flags.value("d", "sd").orElse("\t"), lines(text)) + "\n")
                        : Optional.empty();
            case "fold" ->
                flags.value("w")
                        .filter(width -> width.matches("[1-9][0-9]{0,3}"))
                        .map(width -> folded(text, Integer.parseInt(width)));
            case "sort" -> sorted(flags, text);
            case "uniq" -> flags.flags().isEmpty() ? Optional.of(once(text)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static String joined(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static String each(String text, UnaryOperator<String> change) {
        boolean ended = text.endsWith("\n");
        String changed = String.join("\n", text.lines().map(change).toList());
        return ended ? changed + "\n" : changed;
    }

    private static String reversed(String text) {
        List<String> lines = new ArrayList<>(lines(text));
        Collections.reverse(lines);
        return joined(lines);
    }

    private static Optional<String> end(String program, Flags flags, String text) {
        Optional<String> bytes = flags.value("c", "bytes");
        Optional<String> count = flags.value("n", "lines")
                .or(() -> flags.flags().stream()
                        .filter(flag -> flag.matches("[0-9]+"))
                        .findFirst());
        String number = bytes.or(() -> count).orElse("10");
        if (!number.matches("\\+?[0-9]{1,6}")) {
            return Optional.empty();
        }
        boolean head = program.equals("head");
        int n = Integer.parseInt(number.replace("+", ""));
        boolean from = number.startsWith("+");
        if (bytes.isPresent()) {
            int cut = Math.min(n, text.length());
            return Optional.of(
                    head
                            ? text.substring(0, cut)
                            : from ? text.substring(Math.max(0, cut - 1)) : text.substring(text.length() - cut));
        }
        List<String> lines = lines(text);
        int cut = Math.min(n, lines.size());
        return Optional.of(joined(
                head
                        ? lines.subList(0, cut)
                        : from
                                ? lines.subList(Math.max(0, cut - 1), lines.size())
                                : lines.subList(lines.size() - cut, lines.size())));
    }

    private static Optional<String> cut(Flags flags, String text) {
        Optional<String> characters = flags.value("c", "b");
        Optional<String> fields = flags.value("f");
        Optional<int[]> wanted = characters.or(() -> fields).flatMap(Lines::numbers);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String delimiter = characters.isPresent() ? "" : flags.value("d").orElse("\t");
        return Optional.of(each(text, line -> {
            if (!delimiter.isEmpty() && !line.contains(delimiter)) {
                return line;
            }
            String[] parts =
                    delimiter.isEmpty() ? line.split("") : line.split(java.util.regex.Pattern.quote(delimiter), -1);
            return String.join(
                    delimiter,
                    Arrays.stream(wanted.get())
                            .filter(field -> field <= parts.length)
                            .mapToObj(field -> parts[field - 1])
                            .toList());
        }));
    }

    /** The fields of {@code 1,3-5,7-}, in order. */
    private static Optional<int[]> numbers(String list) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String item : list.split(",")) {
            if (!item.matches("[0-9]{0,3}-?[0-9]{0,3}") || item.isEmpty() || item.equals("-")) {
                return Optional.empty();
            }
            int dash = item.indexOf('-');
            int first = dash == 0 ? 1 : Integer.parseInt(dash < 0 ? item : item.substring(0, dash));
            int last = dash < 0
                    ? first
                    : dash == item.length() - 1 ? MOST_FIELDS : Integer.parseInt(item.substring(dash + 1));
            for (int i = Math.max(1, first); i <= last; i++) {
                numbers.add(i);
            }
        }
        return Optional.of(numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static String folded(String text, int width) {
        return each(text, line -> {
            StringBuilder folded = new StringBuilder();
            for (int i = 0; i < line.length(); i += width) {
                folded.append(i == 0 ? "" : "\n").append(line, i, Math.min(line.length(), i + width));
            }
            return folded.toString();
        });
    }

    private static Optional<String> sorted(Flags flags, String text) {
        if (flags.flags().stream().anyMatch(flag -> !flag.matches("[ru]+"))) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(lines(text));
        Collections.sort(lines);
        if (flags.any("r")) {
            Collections.reverse(lines);
        }
        return Optional.of(flags.any("u") ? once(joined(lines)) : joined(lines));
    }

    private static String once(String text) {
        List<String> kept = new ArrayList<>();
        for (String line : lines(text)) {
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(line)) {
                kept.add(line);
            }
        }
        return joined(kept);
    }
}
