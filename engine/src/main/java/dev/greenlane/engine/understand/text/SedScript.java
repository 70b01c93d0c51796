package dev.greenlane.engine.understand.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of {@code sed} that changes lines one by one: {@code s}, {@code y}, {@code d}, {@code p} and addresses. */
final class SedScript {

    private final boolean extended;
    private final boolean quiet;
    private final List<Command> commands = new ArrayList<>();

    private SedScript(boolean extended, boolean quiet) {
        this.extended = extended;
        this.quiet = quiet;
    }

    /** One command; {@code line} is the number of its line, 0 for every line. */
    private record Command(int line, char letter, Optional<Pattern> pattern, String text, String flags) {}

    /** The output for known input; empty where the script does more than this class knows. */
    static Optional<String> run(List<String> words, String input) {
        List<String> scripts = new ArrayList<>();
        boolean extended = false;
        boolean quiet = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "-e", "--expression" -> {
                    if (++i < words.size()) {
                        scripts.add(words.get(i));
                    }
                }
                case "-E", "-r", "--regexp-extended" -> extended = true;
                case "-n", "--quiet", "--silent" -> quiet = true;
                case "-ne", "-En", "-rn", "-nE", "-nr" -> {
                    return Optional.empty();
                }
                default -> {
                    if (word.startsWith("-") || !scripts.isEmpty()) {
                        return Optional.empty();
                    }
                    scripts.add(word);
                }
            }
        }
        SedScript script = new SedScript(extended, quiet);
        for (String text : scripts) {
            if (!script.read(text)) {
                return Optional.empty();
            }
        }
        return scripts.isEmpty() ? Optional.empty() : Optional.of(script.output(input));
    }

    private boolean read(String script) {
        int at = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == ';' || Character.isWhitespace(c)) {
                at++;
                continue;
            }
            int line = 0;
            while (at < script.length() && Character.isDigit(script.charAt(at)) && line < 100_000) {
                line = line * 10 + Character.digit(script.charAt(at++), 10);
            }
            if (at == script.length()) {
                return false;
            }
            char letter = script.charAt(at++);
            if (letter == 'd' || letter == 'p') {
                commands.add(new Command(line, letter, Optional.empty(), "", ""));
                continue;
            }
            if (letter != 's' && letter != 'y' || at == script.length()) {
                return false;
            }
            char delimiter = script.charAt(at++);
            int middle = end(script, at, delimiter);
            int last = middle < 0 ? -1 : end(script, middle + 1, delimiter);
            if (last < 0) {
                return false;
            }
            String first = plain(script.substring(at, middle), delimiter);
            String second = plain(script.substring(middle + 1, last), delimiter);
            at = last + 1;
            int flags = at;
            while (at < script.length() && "gIip0123456789".indexOf(script.charAt(at)) >= 0) {
                at++;
            }
            if (!add(line, letter, first, second, script.substring(flags, at))) {
                return false;
            }
            if (at < script.length() && ";\n }".indexOf(script.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean add(int line, char letter, String first, String second, String flags) {
        if (letter == 'y') {
            if (first.length() != second.length()) {
                return false;
            }
            commands.add(new Command(line, letter, Optional.empty(), first + second, ""));
            return true;
        }
        boolean anyCase = flags.indexOf('I') >= 0 || flags.indexOf('i') >= 0;
        try {
            Pattern pattern =
                    Pattern.compile(extended ? first : fromBasic(first), anyCase ? Pattern.CASE_INSENSITIVE : 0);
            commands.add(new Command(line, letter, Optional.of(pattern), second, flags));
            return second.matches("(?s)(?:[^\\\\]|\\\\[^ULulE])*");
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static int end(String script, int from, char delimiter) {
        for (int i = from; i < script.length(); i++) {
            if (script.charAt(i) == '\\') {
                i++;
            } else if (script.charAt(i) == delimiter) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String text, char delimiter) {
        return text.replace("\\" + delimiter, String.valueOf(delimiter));
    }

    /** A basic regular expression as an extended one: brackets and signs change places with their escaped forms. */
    private static String fromBasic(String basic) {
        StringBuilder extended = new StringBuilder();
        for (int i = 0; i < basic.length(); i++) {
            char c = basic.charAt(i);
            if (c == '\\' && i + 1 < basic.length()) {
                char next = basic.charAt(++i);
                extended.append("(){}+?|".indexOf(next) >= 0 ? String.valueOf(next) : "\\" + next);
            } else if (c == '[') {
                int close = basic.indexOf(']', i + 2);
                int last = close < 0 ? basic.length() - 1 : close;
                extended.append(basic, i, last + 1);
                i = last;
            } else {
                extended.append("(){}+?|".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
            }
        }
        return extended.toString();
    }

    private String output(String input) {
        StringBuilder output = new StringBuilder();
        String[] lines = input.split("\n", -1);
        int count = input.endsWith("\n") ? lines.length - 1 : lines.length;
        for (int i = 0; i < count && output.length() < Filters.LARGEST; i++) {
            String end = i + 1 < lines.length ? "\n" : "";
            line(lines[i], i + 1, end, output);
        }
        return output.toString();
    }

    private void line(String text, int number, String end, StringBuilder output) {
        String line = text;
        for (Command command : commands) {
            if (command.line() != 0 && command.line() != number) {
                continue;
            }
            switch (command.letter()) {
                case 'd' -> {
                    return;
                }
                case 'p' -> output.append(line).append(end);
                case 'y' -> line = translated(line, command.text());
                default -> {
                    String before = line;
                    line = substituted(line, command);
                    if (command.flags().indexOf('p') >= 0 && !before.equals(line)) {
                        output.append(line).append(end);
                    }
                }
            }
        }
        if (!quiet) {
            output.append(line).append(end);
        }
    }

    private static String translated(String line, String both) {
        int half = both.length() / 2;
        StringBuilder result = new StringBuilder();
        for (char c : line.toCharArray()) {
            int at = both.substring(0, half).indexOf(c);
            result.append(at < 0 ? c : both.charAt(half + at));
        }
        return result.toString();
    }

    private static String substituted(String line, Command command) {
        String digits = command.flags().replaceAll("[^0-9]", "");
        int wanted = digits.isEmpty() ? 1 : digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        boolean all = command.flags().indexOf('g') >= 0;
        Matcher matcher = command.pattern().orElseThrow().matcher(line);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        int found = 0;
        while (matcher.find() && result.length() < Filters.LARGEST) {
            found++;
            if (found < wanted) {
                continue;
            }
            result.append(line, copied, matcher.start());
            replacement(matcher, command.text(), result);
            copied = matcher.end();
            if (!all) {
                break;
            }
        }
        return result.append(line, copied, line.length()).toString();
    }

    private static void replacement(Matcher matcher, String text, StringBuilder result) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') {
                result.append(matcher.group());
            } else if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                int group = Character.digit(next, 10);
                if (group >= 0 && group <= matcher.groupCount()) {
                    String inside = matcher.group(group);
                    result.append(inside == null ? "" : inside);
                } else if (group < 0) {
                    result.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
                }
            } else {
                result.append(c);
            }
        }
    }
}
