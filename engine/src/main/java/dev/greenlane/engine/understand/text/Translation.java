package dev.greenlane.engine.understand.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code tr}: replaces, deletes or squeezes single characters. */
final class Translation {

    private static final int MOST = 4096;

    private Translation() {}

    static Optional<String> of(List<String> words, String input) {
        boolean delete = false;
        boolean squeeze = false;
        boolean others = false;
        List<String> sets = new ArrayList<>();
        for (String word : words) {
            if (word.length() > 1 && word.charAt(0) == '-' && sets.isEmpty() && !word.startsWith("--")) {
                delete |= word.indexOf('d') > 0;
                squeeze |= word.indexOf('s') > 0;
                others |= word.indexOf('c') > 0 || word.indexOf('C') > 0;
            } else if (word.startsWith("--") && word.length() > 2) {
                delete |= word.equals("--delete");
                squeeze |= word.equals("--squeeze-repeats");
                others |= word.equals("--complement");
            } else if (!word.equals("--")) {
                sets.add(word);
            }
        }
        if (sets.isEmpty() || sets.size() > 2) {
            return Optional.empty();
        }
        Optional<String> from = characters(sets.get(0));
        Optional<String> to = sets.size() > 1 ? characters(sets.get(1)) : Optional.of("");
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(translated(input, from.get(), to.get(), delete, squeeze, others));
    }

    private static String translated(
            String input, String from, String to, boolean delete, boolean squeeze, boolean others) {
        String squeezed = to.isEmpty() ? from : to;
        StringBuilder output = new StringBuilder(input.length());
        for (int i = 0; i < input.length(); i++) {
            char c = input.charAt(i);
            int at = from.lastIndexOf(c);
            boolean meant = others ? at < 0 : at >= 0;
            if (meant && delete) {
                continue;
            }
            char next =
                    meant && !to.isEmpty() ? to.charAt(others ? to.length() - 1 : Math.min(at, to.length() - 1)) : c;
            boolean again = !output.isEmpty() && output.charAt(output.length() - 1) == next;
            boolean inSet = to.isEmpty() ? meant : squeezed.indexOf(next) >= 0;
            if (!(squeeze && again && inSet)) {
                output.append(next);
            }
        }
        return output.toString();
    }

    /** The characters that a set names; empty where it repeats or has a class that nobody knows. */
    private static Optional<String> characters(String set) {
        StringBuilder all = new StringBuilder();
        int i = 0;
        while (i < set.length()) {
            if (set.startsWith("[:", i)) {
                int end = set.indexOf(":]", i);
                Optional<String> members = end < 0 ? Optional.empty() : members(set.substring(i + 2, end));
                if (members.isEmpty()) {
                    return Optional.empty();
                }
                all.append(members.get());
                i = end + 2;
                continue;
            }
            int end = i + width(set, i);
            char first = one(set.substring(i, end));
            if (end + 1 < set.length() && set.charAt(end) == '-') {
                int last = end + 1 + width(set, end + 1);
                char until = one(set.substring(end + 1, last));
                for (int c = first; c <= until && all.length() < MOST; c++) {
                    all.append((char) c);
                }
                i = last;
            } else {
                all.append(first);
                i = end;
            }
        }
        return Optional.of(all.toString());
    }

    private static int width(String set, int at) {
        if (set.charAt(at) != '\\' || at + 1 == set.length()) {
            return 1;
        }
        int end = at + 1;
        while (end < set.length() && end < at + 4 && set.charAt(end) >= '0' && set.charAt(end) <= '7') {
            end++;
        }
        return end == at + 1 ? 2 : end - at;
    }

    private static char one(String text) {
        if (text.length() == 1) {
            return text.charAt(0);
        }
        return switch (text.charAt(1)) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '0', '1', '2', '3', '4', '5', '6', '7' -> (char) (Integer.parseInt(text.substring(1), 8) & 0xFF);
            default -> text.charAt(1);
        };
    }

    private static Optional<String> members(String name) {
        return switch (name) {
            case "upper" -> Optional.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
            case "lower" -> Optional.of("abcdefghijklmnopqrstuvwxyz");
            case "alpha" -> Optional.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
            case "digit" -> Optional.of("0123456789");
            case "alnum" -> Optional.of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
            case "space" -> Optional.of("\t\n\u000b\f\r ");
            case "blank" -> Optional.of("\t ");
            case "punct" -> Optional.of("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
            case "cntrl" -> characters("\\000-\\037\\177");
            default -> Optional.empty();
        };
    }
}
