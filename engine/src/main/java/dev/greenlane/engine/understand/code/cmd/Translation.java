package dev.greenlane.engine.understand.code.cmd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a script in the language of a POSIX shell, command by command. One for each piece of code. */
final class Translation {

    private static final int DEEPEST = 12;
    private static final int MOST_COMMANDS = 2_000;
    private static final int LONGEST = 1 << 17;
    private static final int MOST_TURNS = 12;

    private final Variables variables;
    private final Commands commands;
    private final StringBuilder said = new StringBuilder();
    private int count;
    private boolean cut;

    Translation(Variables variables) {
        this.variables = variables;
        this.commands = new Commands(variables);
    }

    String text() {
        return said.toString();
    }

    /** Whether something was left out because there was too much. */
    boolean isCut() {
        return cut;
    }

    void follow(String given, int depth) {
        String text = given.replace("\r\n", "\n").replace("^\n", "");
        if (depth > DEEPEST) {
            cut = true;
            return;
        }
        Segments segments = new Segments(text);
        while (segments.hasMore() && !cut) {
            if (++count > MOST_COMMANDS || said.length() > LONGEST) {
                cut = true;
                return;
            }
            Optional<Segments.Loop> loop = segments.loop();
            if (loop.isPresent()) {
                loop(loop.get(), depth);
            } else {
                command(segments.command(), segments, depth);
            }
        }
    }

    private void command(String raw, Segments segments, int depth) {
        String expanded = variables.expand(raw);
        boolean grew = !expanded.equals(raw) && operators(expanded) > operators(raw);
        if (grew && !isSetting(raw)) {
            follow(expanded, depth + 1);
            return;
        }
        Commands.Said one = commands.say(expanded);
        one.inside().ifPresent(inside -> follow(inside, depth + 1));
        if (one.inside().isPresent()) {
            return;
        }
        boolean piped = segments.pipes();
        if (!one.text().isEmpty() || piped) {
            said.append(one.text().isEmpty() ? ":" : one.text()).append(piped ? " | " : "\n");
        }
    }

    private static boolean isSetting(String raw) {
        return raw.stripLeading().regionMatches(true, 0, "set ", 0, 4);
    }

    /** How many operators stand outside of quotes. */
    private static int operators(String text) {
        int operators = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '&' || c == '|' || c == '\n') && (i == 0 || "^><".indexOf(text.charAt(i - 1)) < 0)) {
                operators++;
            }
        }
        return operators;
    }

    private void loop(Segments.Loop loop, int depth) {
        for (String value : values(loop, depth)) {
            follow(withVariable(loop.body(), loop.variable(), value), depth + 1);
        }
    }

    private List<String> values(Segments.Loop loop, int depth) {
        String options = loop.options().toLowerCase(Locale.ROOT);
        String set = loop.set().strip();
        if (options.startsWith("/l")) {
            return List.of(variables.unknown("%" + loop.variable(), "counts"));
        }
        boolean lines = options.startsWith("/f");
        boolean quotes = options.contains("usebackq");
        char first = set.isEmpty() ? ' ' : set.charAt(0);
        if (lines && set.length() > 1 && first == (quotes ? '`' : '\'')) {
            follow(set.substring(1, set.length() - 1), depth + 1);
            return List.of(variables.unknown("%" + loop.variable(), "is the output of a command"));
        }
        boolean text = lines && first == (quotes ? '\'' : '"');
        if (lines && !text) {
            follow("type " + set, depth + 1);
            return List.of(variables.unknown("%" + loop.variable(), "is a line of a file"));
        }
        List<String> words =
                new ArrayList<>(Words.of(variables.expand(text ? set.substring(1, Math.max(1, set.length() - 1)) : set))
                        .words());
        List<String> values = text && !words.isEmpty() ? List.of(words.get(0)) : words;
        return values.size() > MOST_TURNS
                ? List.of(variables.unknown("%" + loop.variable(), "is one of many words"))
                : values;
    }

    private static String withVariable(String body, char variable, String value) {
        Pattern use =
                Pattern.compile("%%?(?:~[a-z]*)?" + Pattern.quote(String.valueOf(variable)) + "(?![A-Za-z0-9_]*%)");
        return use.matcher(body).replaceAll(Matcher.quoteReplacement(value));
    }
}
