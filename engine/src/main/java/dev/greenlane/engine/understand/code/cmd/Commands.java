package dev.greenlane.engine.understand.code.cmd;

import dev.greenlane.engine.understand.code.WindowsPrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says one command, its variables expanded, as a POSIX shell would. */
final class Commands {

    private static final Pattern GLUED = Pattern.compile("([a-z]+)([/\\\\.:;=+\\[\\]].*)", Pattern.DOTALL);
    private static final Pattern ECHO = Pattern.compile("(?si)^\\s*echo[ .:;,/(+=\\[\\]]?(.*)$");
    private static final Pattern SET = Pattern.compile("(?si)^\\s*set\\b\\s*((?:/[ap])?)\\s*(.*)$");

    private final Variables variables;
    private final Knowledge knowledge = Knowledge.standard();

    Commands(Variables variables) {
        this.variables = variables;
    }

    /**
     * A command said again.
     *
     * @param text empty where it has no effect on the world
     * @param inside a command line that stands in it and has to be followed instead
     */
    record Said(String text, Optional<String> inside) {
        static final Said NOTHING = new Said("", Optional.empty());
    }

    Said say(String command) {
        Words parts = Words.of(command);
        if (parts.words().isEmpty()) {
            return parts.redirections().isEmpty()
                    ? Said.NOTHING
                    : new Said(": " + String.join(" ", parts.redirections()), Optional.empty());
        }
        List<String> words = new ArrayList<>(parts.words());
        unglue(words);
        String name = WindowsPrograms.name(words.get(0));
        Said said = switch (name) {
            case "echo" -> of(echo(parts.plain()));
            case "set" -> of(set(parts.plain()));
            case "call" -> call(parts.plain(), words);
            case "start" -> of(start(words.subList(1, words.size())));
            default -> of(program(name, words.subList(1, words.size())));
        };
        return said.text().isEmpty() || parts.redirections().isEmpty()
                ? parts.redirections().isEmpty() || said.inside().isPresent()
                        ? said
                        : of(": " + String.join(" ", parts.redirections()))
                : of(said.text() + " " + String.join(" ", parts.redirections()));
    }

    private static Said of(String text) {
        return new Said(text, Optional.empty());
    }

    /** Switches and folders may stand right behind the name of a command: {@code cd..}, {@code dir/s}. */
    private void unglue(List<String> words) {
        Matcher glued = GLUED.matcher(words.get(0).toLowerCase(Locale.ROOT));
        if (!glued.matches()) {
            return;
        }
        String name = glued.group(1);
        boolean own = knowledge.twin(name).isPresent()
                || List.of("echo", "cmd", "powershell", "call", "set").contains(name);
        if (own && !glued.group(2).matches("\\.(?:exe|com|bat|cmd)")) {
            String rest = words.get(0).substring(name.length());
            words.set(0, name);
            words.add(1, rest);
        }
    }

    private static String echo(String plain) {
        Matcher echo = ECHO.matcher(plain);
        String text = echo.matches() ? echo.group(1) : plain;
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.equals("on") || lower.equals("off")
                ? ":"
                : "printf '%s\\n' " + Posix.quoted(withoutCarets(text), false);
    }

    private static String withoutCarets(String text) {
        return text.indexOf('^') < 0 ? text : text.replaceAll("\\^(.)", "$1");
    }

    private String set(String plain) {
        Matcher set = SET.matcher(plain);
        if (!set.matches()) {
            return "";
        }
        String given = set.group(2).strip();
        boolean quoted = given.startsWith("\"") && given.lastIndexOf('"') > 0;
        String assignment = quoted ? given.substring(1, given.lastIndexOf('"')) : withoutCarets(given);
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            return set.group(1).isEmpty() ? "printenv " + Posix.word(assignment) : "";
        }
        String name = assignment.substring(0, equals).strip();
        boolean known = set.group(1).isEmpty();
        String value = known
                ? assignment.substring(equals + 1)
                : variables.unknown("%" + name + "%", "is computed or typed in");
        variables.set(name, value);
        return "";
    }

    /** Runs a command line again, a script, or a part of this script. */
    private Said call(String plain, List<String> words) {
        if (words.size() < 2 || words.get(1).startsWith(":")) {
            return Said.NOTHING;
        }
        int from = plain.toLowerCase(Locale.ROOT).indexOf("call") + 4;
        String inside = variables.expand(plain.substring(from).strip());
        return new Said("", Optional.of(inside));
    }

    private String start(List<String> given) {
        int i = 0;
        while (i < given.size()) {
            String word = given.get(i).toLowerCase(Locale.ROOT);
            boolean title = i == 0 && (word.isEmpty() || word.indexOf(' ') >= 0 && word.indexOf('\\') < 0);
            if (word.startsWith("/")) {
                i += word.equals("/d") || word.equals("/affinity") || word.equals("/node") ? 2 : 1;
            } else if (title) {
                i++;
            } else {
                break;
            }
        }
        if (i >= given.size()) {
            return "";
        }
        String target = given.get(i);
        boolean opens =
                target.contains("://") || target.equals(".") || target.endsWith(".html") || target.endsWith(".md");
        return opens
                ? "xdg-open " + Posix.word(target)
                : program(WindowsPrograms.name(target), given.subList(i + 1, given.size()));
    }

    private String program(String name, List<String> given) {
        if (knowledge.isQuiet(name) || name.length() == 2 && name.charAt(1) == ':') {
            return name.length() == 2 && name.charAt(1) == ':' ? "cd " + Posix.word(name + "\\") : ":";
        }
        Optional<Knowledge.Twin> twin = knowledge.twin(name);
        StringBuilder said = new StringBuilder();
        if (twin.isEmpty()) {
            said.append(Posix.word(name));
            given.forEach(word -> said.append(' ').append(Posix.word(word)));
            return said.toString();
        }
        List<String> switches = new ArrayList<>();
        List<String> operands = new ArrayList<>();
        for (String word : given) {
            if (word.length() > 1 && word.charAt(0) == '/') {
                switches.add(String.valueOf(Character.toLowerCase(word.charAt(1))));
            } else if (!word.isEmpty()) {
                operands.add(word);
            }
        }
        said.append(twin.get().words(switches));
        if (twin.get().operands("none")) {
            return said.toString();
        }
        if (twin.get().operands("here") && operands.size() == 1) {
            operands.add(".");
        }
        if (twin.get().operands("last-first") && operands.size() > 1) {
            operands.add(0, operands.remove(operands.size() - 1));
        }
        operands.forEach(word -> said.append(' ').append(Posix.word(word)));
        return said.toString();
    }
}
