package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.understand.project.ProjectFile.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of a makefile and of the files it includes. Not thread-safe. */
final class MakeRules {

    private static final int MOST_INCLUDES = 8;
    private static final int MOST_RULES = 2000;
    private static final int LONGEST_NAME = 200;
    private static final Pattern MODIFIERS = Pattern.compile("^\\s*(?:(?:export|override|private)\\s+)*");
    private static final Pattern INCLUDE = Pattern.compile("^\\s*(?:-|s)?include\\s+(.*)$", Pattern.DOTALL);
    private static final Pattern CONDITION =
            Pattern.compile("^\\s*(?:ifeq|ifneq|ifdef|ifndef|else|endif)\\b.*$", Pattern.DOTALL);
    private static final Pattern DEFINE =
            Pattern.compile("^\\s*(?:override\\s+|export\\s+)*define\\s+(\\S+?)\\s*(?:[:?+!]*=)?\\s*$");

    private final Map<String, List<Rule>> byTarget = new LinkedHashMap<>();
    private final List<Rule> patterns = new ArrayList<>();
    private final Request request;
    private final MakeVariables variables;
    private Optional<String> first = Optional.empty();
    private int includes;
    private int rules;

    private MakeRules(Request request, MakeVariables variables) {
        this.request = request;
        this.variables = variables;
    }

    /**
     * How a target is made.
     *
     * @param pattern the target as it is written, perhaps with {@code %}
     * @param needs what it needs, not expanded
     * @param settings variables that hold for it alone
     */
    record Rule(String pattern, String needs, List<String> recipe, List<Setting> settings) {

        /** What {@code %} stands for. */
        String stem(String target) {
            int percent = pattern.indexOf('%');
            int end = target.length() - (pattern.length() - percent - 1);
            return percent < 0 || end < percent ? "" : target.substring(percent, end);
        }

        private boolean matches(String target) {
            int percent = pattern.indexOf('%');
            return percent >= 0
                    && target.length() >= pattern.length()
                    && target.startsWith(pattern.substring(0, percent))
                    && target.endsWith(pattern.substring(percent + 1));
        }
    }

    /** {@code NAME = value}, in one of its forms. */
    record Setting(String name, String operator, String value) {
        /** The setting in a line; empty where it is none. */
        static Optional<Setting> in(String line) {
            int depth = 0;
            for (int i = 0; i < Math.min(line.length(), LONGEST_NAME); i++) {
                char c = line.charAt(i);
                depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
                if (depth > 0 || c != '=' && c != ':') {
                    continue;
                }
                int equals = i;
                while (equals < line.length() && line.charAt(equals) == ':') {
                    equals++;
                }
                if (equals >= line.length() || line.charAt(equals) != '=') {
                    return Optional.empty();
                }
                int from = c == '=' && i > 0 && "?+!".indexOf(line.charAt(i - 1)) >= 0 ? i - 1 : i;
                String name = MODIFIERS
                        .matcher(line.substring(0, from))
                        .replaceFirst("")
                        .strip();
                boolean oneName = !name.isEmpty() && name.chars().noneMatch(Character::isWhitespace);
                return oneName
                        ? Optional.of(new Setting(
                                name,
                                line.substring(from, equals + 1),
                                line.substring(equals + 1).strip()))
                        : Optional.empty();
            }
            return Optional.empty();
        }

        void apply(MakeVariables variables) {
            variables.set(variables.expand(name, Optional.empty()), operator, value);
        }
    }

    static MakeRules read(Request request, MakeVariables variables) {
        MakeRules rules = new MakeRules(request, variables);
        rules.read(request.text());
        return rules;
    }

    /** The target that is made where none is asked for. */
    Optional<String> first() {
        return variables.has(".DEFAULT_GOAL") ? Optional.of(variables.value(".DEFAULT_GOAL")) : first;
    }

    /** The rules for a target: its own, or else the first pattern that fits. */
    List<Rule> of(String target) {
        List<Rule> own = byTarget.getOrDefault(target, List.of());
        return !own.isEmpty()
                ? own
                : patterns.stream()
                        .filter(rule -> rule.matches(target))
                        .limit(1)
                        .toList();
    }

    private void read(String text) {
        List<String> lines = logicalLines(text);
        List<Rule> open = List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("\t") && !open.isEmpty()) {
                open.forEach(rule -> rule.recipe().add(line.substring(1)));
                continue;
            }
            Matcher define = DEFINE.matcher(line);
            if (define.matches()) {
                i = define(define.group(1), lines, i + 1);
                continue;
            }
            String plain = withoutComment(line);
            if (plain.isBlank() || CONDITION.matcher(plain).matches()) {
                continue;
            }
            open = List.of();
            Optional<Setting> setting = Setting.in(plain);
            Matcher include = INCLUDE.matcher(plain);
            if (include.matches()) {
                variables.words(include.group(1)).forEach(this::include);
            } else if (setting.isPresent()) {
                setting.get().apply(variables);
            } else if (plain.indexOf(':') > 0) {
                open = rule(plain);
            }
        }
    }

    private int define(String name, List<String> lines, int from) {
        StringBuilder value = new StringBuilder();
        int at = from;
        while (at < lines.size() && !lines.get(at).strip().startsWith("endef")) {
            value.append(value.isEmpty() ? "" : "\n").append(lines.get(at));
            at++;
        }
        variables.set(name, "=", value.toString());
        return at;
    }

    private void include(String path) {
        if (++includes <= MOST_INCLUDES) {
            request.files().text(request.beside(path)).ifPresent(this::read);
        }
    }

    private List<Rule> rule(String line) {
        int colon = colon(line);
        if (colon < 0 || ++rules > MOST_RULES) {
            return List.of();
        }
        List<String> targets = variables.words(line.substring(0, colon));
        int from = colon;
        while (from < line.length() && line.charAt(from) == ':') {
            from++;
        }
        String rest = line.substring(from);
        List<Setting> settings = Setting.in(rest).stream().toList();
        List<String> recipe = new ArrayList<>();
        String needs = rest;
        if (!settings.isEmpty()) {
            needs = "";
        } else {
            int semicolon = rest.indexOf(';');
            if (semicolon >= 0) {
                recipe.add(rest.substring(semicolon + 1));
                needs = rest.substring(0, semicolon);
            }
            int second = needs.indexOf(':');
            if (second > 0) {
                return staticPattern(targets, needs.substring(0, second).strip(), needs.substring(second + 1), recipe);
            }
        }
        List<Rule> added = new ArrayList<>();
        for (String target : targets) {
            added.add(add(target, new Rule(target, needs, new ArrayList<>(recipe), settings)));
        }
        return added;
    }

    /** {@code targets: pattern: needs}. */
    private List<Rule> staticPattern(List<String> targets, String pattern, String needs, List<String> recipe) {
        List<Rule> added = new ArrayList<>();
        for (String target : targets) {
            added.add(add(target, new Rule(pattern, needs, new ArrayList<>(recipe), List.of())));
        }
        return added;
    }

    private Rule add(String target, Rule rule) {
        if (target.indexOf('%') >= 0) {
            patterns.add(rule);
        } else {
            byTarget.computeIfAbsent(target, each -> new ArrayList<>()).add(rule);
            boolean special = target.startsWith(".") && target.indexOf('/') < 0;
            first = special ? first : first.or(() -> Optional.of(target));
        }
        return rule;
    }

    /** The colon behind the targets, outside of {@code $(…)}. */
    private static int colon(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
            if (c == ':' && depth <= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        boolean escaped = hash > 0 && (line.charAt(hash - 1) == '\\' || line.charAt(hash - 1) == '$');
        return hash < 0 || escaped ? line : line.substring(0, hash);
    }

    /** Lines, with those joined that end in a backslash; in recipes the backslash stays for the shell. */
    private static List<String> logicalLines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : text.split("\r?\n", -1)) {
            boolean goesOn = part.endsWith("\\") && !part.endsWith("\\\\");
            boolean recipe = line.isEmpty() ? part.startsWith("\t") : line.charAt(0) == '\t';
            if (!goesOn) {
                lines.add(line.append(part).toString());
                line.setLength(0);
            } else if (recipe) {
                line.append(part).append('\n');
            } else {
                line.append(part, 0, part.length() - 1).append(' ');
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
