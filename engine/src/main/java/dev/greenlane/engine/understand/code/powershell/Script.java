package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.understand.code.WindowsVariables;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Goes through a script, command by command, from its beginning to its end. */
final class Script {

    private static final int DEEPEST = 60;

    private final String source;
    private final StandIns standIns;
    private final Commands commands;
    private final Map<String, Word> variables;
    private final int depth;
    private int at;
    /** Whether the command that was read last stands behind the operator that calls whatever follows. */
    private boolean called;

    Script(String source, StandIns standIns, Commands commands, Map<String, Word> variables, int depth) {
        this.source = source;
        this.standIns = standIns;
        this.commands = commands;
        this.variables = variables;
        this.depth = depth;
    }

    /** Follows everything and gives what the last command gives. */
    Word all() {
        Word last = Word.of(Value.EMPTY, true);
        while (at < source.length()) {
            last = pipeline();
            at++;
        }
        return last;
    }

    /** Runs code that stands inside this script. */
    Word inside(Value code) {
        if (depth >= DEEPEST) {
            return Word.of(Value.unknown("code", "is nested too deeply to follow"), true);
        }
        return new Script(standIns.encode(code), standIns, commands, variables, depth + 1).all();
    }

    /** Commands with bars between them, up to the end of the statement. */
    private Word pipeline() {
        Word input = Word.of(Value.EMPTY, true);
        boolean more = true;
        boolean first = true;
        while (more) {
            String name = assigned();
            List<Word> words = words();
            if (!name.isEmpty() && words.size() == 1) {
                input = words.get(0);
            } else if (!words.isEmpty()) {
                int from = words.size() > 2 && isAssignment(words.get(1)) ? 2 : 0;
                input = commands.run(this, words.subList(from, words.size()), input, first, called);
            }
            if (!name.isEmpty()) {
                variables.put(name, input);
            }
            more = at < source.length() && source.charAt(at) == '|' && !source.startsWith("||", at);
            at += more ? 1 : 0;
            first = false;
        }
        return input;
    }

    /** The variable that is given a value here, in lower case; goes on behind the sign. Empty where there is none. */
    private String assigned() {
        int start = at;
        while (start < source.length() && Character.isWhitespace(source.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < source.length() && (source.charAt(end) == '$' && end == start || isNamePart(source.charAt(end)))) {
            end++;
        }
        int sign = end;
        while (sign < source.length() && source.charAt(sign) == ' ') {
            sign++;
        }
        boolean adds = source.startsWith("+=", sign);
        if (end - start < 2
                || source.charAt(start) != '$'
                || !adds && !source.startsWith("=", sign)
                || source.startsWith("==", sign)) {
            return "";
        }
        at = sign + (adds ? 2 : 1);
        return source.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isAssignment(Word word) {
        return !word.quoted()
                && word.value()
                        .known()
                        .filter(text -> text.equals("=") || text.equals("+="))
                        .isPresent();
    }

    /** The words of a command, up to what ends it. */
    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        called = false;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '`'
                    && at + 1 < source.length()
                    && (source.charAt(at + 1) == '\n' || source.charAt(at + 1) == '\r')) {
                at += source.startsWith("\r\n", at + 1) ? 3 : 2;
            } else if (c == '\n' || c == ';' || c == '|' || c == '&' && source.startsWith("&&", at)) {
                at += source.startsWith("&&", at) || source.startsWith("||", at) ? 1 : 0;
                return words;
            } else if (source.startsWith("<#", at)) {
                int end = source.indexOf("#>", at);
                at = end < 0 ? source.length() : end + 2;
            } else if (c == '#') {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end;
            } else if (Character.isWhitespace(c) || c == ',' || c == ')' || c == '}' || c == ']') {
                at++;
            } else if (c == '&') {
                called |= words.isEmpty();
                at++;
            } else if (c == '>' || Character.isDigit(c) && source.startsWith(">", at + 1)) {
                redirection();
            } else {
                words.add(word());
            }
        }
        return words;
    }

    private void redirection() {
        at = source.indexOf('>', at) + 1;
        boolean append = source.startsWith(">", at);
        at += append ? 1 : 0;
        if (source.startsWith("&", at)) {
            at = Math.min(source.length(), at + 2);
            return;
        }
        while (at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
        int start = at;
        Word file = word();
        if (at > start) {
            commands.redirected(file.value(), append);
        }
    }

    private Word word() {
        Value value = Value.EMPTY;
        boolean quoted = false;
        boolean fetched = false;
        Value file = Value.EMPTY;
        int start = at;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '"' || c == '\'') {
                value = value.then(text());
                quoted = true;
            } else if (source.startsWith("@'", at) || source.startsWith("@\"", at)) {
                value = value.then(document());
                quoted = true;
            } else if (c == '('
                    || source.startsWith("$(", at)
                    || source.startsWith("@(", at)
                    || source.startsWith("@{", at)
                    || c == '{') {
                boolean call = c == '(' && at > start && commands.isCall(source.substring(start, at));
                if (!call
                        && at > start
                        && (c == '(' || c == '{')
                        && !quoted
                        && value.known().isPresent()) {
                    break;
                }
                String before = call ? source.substring(start, at) : "";
                String inner = inner();
                Word result = call
                        ? commands.method(this, before, arguments(inner), fetched)
                        : inside(standIns.decode(inner));
                value = call ? result.value() : value.then(result.value());
                fetched |= result.fetched();
                file = result.file();
                quoted = true;
            } else if (c == '$' && at + 1 < source.length() && isNamePart(source.charAt(at + 1))) {
                quoted |= at == start;
                Word variable = variable();
                value = value.then(variable.value());
                fetched |= variable.fetched();
                file = variable.file();
            } else if (c == '`' && at + 1 < source.length()) {
                value = value.then(standIns.decode(String.valueOf(source.charAt(at + 1))));
                at += 2;
            } else if (Character.isWhitespace(c) || ";|,)}>".indexOf(c) >= 0) {
                break;
            } else {
                int end = at + 1;
                while (end < source.length()
                        && (Character.isLetterOrDigit(source.charAt(end))
                                || "-_./\\:*?=+%".indexOf(source.charAt(end)) >= 0)) {
                    end++;
                }
                value = value.then(standIns.decode(source.substring(at, end)));
                at = end;
            }
        }
        return new Word(value, quoted, fetched, file);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '{' || c == ':';
    }

    private Word variable() {
        int end = at + 1;
        if (source.charAt(end) == '{') {
            int close = source.indexOf('}', end);
            end = close < 0 ? source.length() : close + 1;
        } else {
            while (end < source.length() && isNamePart(source.charAt(end)) && source.charAt(end) != '{') {
                end++;
            }
        }
        String name = source.substring(at, Math.min(end, source.length()))
                .replace("{", "")
                .replace("}", "");
        at = end;
        return variable(name);
    }

    private Word variable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Word known = variables.get(lower);
        if (known != null) {
            return known;
        }
        if (lower.startsWith("$env:")) {
            String plain = name.substring("$env:".length());
            return Word.of(
                    WindowsVariables.standard()
                            .value(plain)
                            .map(Value::of)
                            .orElseGet(() -> Value.unknown("$" + plain, "is a variable")),
                    false);
        }
        return Word.of(
                switch (lower) {
                    case "$home" -> Value.of("~");
                    case "$pwd", "$psscriptroot" -> Value.of(".");
                    case "$profile" -> Value.of("~/Documents/PowerShell/Microsoft.PowerShell_profile.ps1");
                    case "$null", "$true", "$false" -> Value.of(lower.substring(1));
                    default -> Value.unknown(name, "is a variable");
                },
                false);
    }

    /** A text in quotes; the double ones hold variables and code. */
    private Value text() {
        char quote = source.charAt(at++);
        Value value = Value.EMPTY;
        StringBuilder plain = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == quote) {
                if (at + 1 < source.length() && source.charAt(at + 1) == quote) {
                    plain.append(quote);
                    at += 2;
                    continue;
                }
                break;
            } else if (quote == '"' && c == '`' && at + 1 < source.length()) {
                plain.append(escaped(source.charAt(at + 1)));
                at += 2;
            } else if (quote == '"' && source.startsWith("$(", at)) {
                value = value.then(standIns.decode(plain.toString()));
                plain.setLength(0);
                value = value.then(inside(standIns.decode(inner())).value());
            } else if (quote == '"' && c == '$' && at + 1 < source.length() && isNamePart(source.charAt(at + 1))) {
                value = value.then(standIns.decode(plain.toString()));
                plain.setLength(0);
                value = value.then(variable().value());
            } else {
                plain.append(c);
                at++;
            }
        }
        at++;
        return value.then(standIns.decode(plain.toString()));
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    /** A text over several lines. */
    private Value document() {
        String close = "\n" + source.charAt(at + 1) + "@";
        int start = source.indexOf('\n', at);
        int end = start < 0 ? -1 : source.indexOf(close, start);
        String inside = source.substring(
                start < 0 ? source.length() : start + 1,
                Math.max(start < 0 ? source.length() : start + 1, end < 0 ? source.length() : end));
        at = end < 0 ? source.length() : end + close.length();
        return standIns.decode(inside);
    }

    /** What stands in the brackets that open here; goes on behind them. */
    private String inner() {
        while ("$@".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        int start = at + 1;
        int open = 0;
        char quote = 0;
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '{') {
                open++;
            } else if ((c == ')' || c == '}') && --open == 0) {
                return source.substring(start, at - 1);
            }
        }
        return source.substring(Math.min(start, source.length()));
    }

    private List<Word> arguments(String inner) {
        return depth >= DEEPEST ? List.of() : new Script(inner, standIns, commands, variables, depth + 1).words();
    }
}
