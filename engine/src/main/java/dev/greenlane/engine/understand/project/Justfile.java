package dev.greenlane.engine.understand.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Justfiles: the bodies of recipes after those of what they depend on. Variables with plain values and parameters are filled
 * in, other expressions become variables of the shell that nobody sets (<a href="https://just.systems/man/en/">just</a>).
 */
final class Justfile implements ProjectFile {

    private static final int MOST_LINES = 400;
    private static final int LONGEST_LINE = 2000;
    private static final int LONGEST_TEXT = 1 << 16;
    private static final Pattern HEADER = Pattern.compile(
            "^@?([A-Za-z_][\\w-]*)((?:\\s+[*+$]*[A-Za-z_][\\w-]*(?:=(?:'[^']*'|\"[^\"]*\"|\\S+))?)*)\\s*:(?!=)(.*)$");
    private static final Pattern SETTING = Pattern.compile("^(?:export\\s+)?([A-Za-z_][\\w-]*)\\s*:=\\s*(.*)$");
    private static final Pattern ALIAS = Pattern.compile("^alias\\s+([\\w-]+)\\s*:=\\s*([\\w-]+)\\s*$");
    private static final Pattern PARAMETER = Pattern.compile("[*+$]*([A-Za-z_][\\w-]*)(?:=('[^']*'|\"[^\"]*\"|\\S+))?");
    private static final Pattern INSERTED = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern NEEDED = Pattern.compile("\\(\\s*([\\w-]+)[^)]*\\)|([A-Za-z_][\\w-]*)");

    @Override
    public List<String> names() {
        return List.of("justfile", ".justfile", "Justfile");
    }

    @Override
    public boolean isAlsoAbove() {
        return true;
    }

    @Override
    public List<Lead> leads(Request request) {
        Run run = new Run(request);
        run.read(request.text());
        List<String> words = new ArrayList<>(request.tasks());
        words.removeIf(String::isEmpty);
        words.addAll(request.arguments());
        if (words.isEmpty() && !run.recipes.isEmpty()) {
            words.add(run.recipes.containsKey("default") ? "default" : run.first);
        }
        int at = 0;
        while (at < words.size()) {
            Optional<Recipe> recipe = run.find(words.get(at));
            int takes = recipe.map(Recipe::takes).orElse(0);
            int end = Math.min(words.size(), takes < 0 ? words.size() : at + 1 + takes);
            List<String> arguments = words.subList(at + 1, end);
            recipe.ifPresent(one -> run.add(one, arguments));
            at = end;
        }
        return run.leads;
    }

    /**
     * A recipe.
     *
     * @param parameters names, and values that are taken where none is given
     * @param takes how many arguments it takes; negative for as many as there are
     */
    private record Recipe(
            String name, Map<String, String> parameters, int takes, List<String> needs, List<String> body) {}

    private static final class Run {

        private final Request request;
        private final Map<String, Recipe> recipes = new HashMap<>();
        private final Map<String, String> variables = new HashMap<>();
        private final Map<String, String> aliases = new HashMap<>();
        private final List<Lead> leads = new ArrayList<>();
        private final Set<String> done = new HashSet<>();
        private String first = "";

        Run(Request request) {
            this.request = request;
        }

        Optional<Recipe> find(String name) {
            return Optional.ofNullable(recipes.get(aliases.getOrDefault(name, name)));
        }

        void read(String text) {
            List<String> body = new ArrayList<>();
            for (String line : text.split("\r?\n")) {
                if (line.length() > LONGEST_LINE) {
                    continue;
                }
                if (line.startsWith(" ") || line.startsWith("\t")) {
                    body.add(line.strip());
                    continue;
                }
                Matcher alias = ALIAS.matcher(line);
                Matcher setting = SETTING.matcher(line);
                Matcher header = HEADER.matcher(line);
                if (alias.matches()) {
                    aliases.put(alias.group(1), alias.group(2));
                } else if (setting.matches()) {
                    variables.put(setting.group(1), value(setting.group(2).strip()));
                } else if (header.matches()) {
                    body = new ArrayList<>();
                    recipe(header, body);
                }
            }
        }

        private void recipe(Matcher header, List<String> body) {
            Map<String, String> parameters = new LinkedHashMap<>();
            boolean rest = false;
            Matcher parameter = PARAMETER.matcher(header.group(2));
            while (parameter.find()) {
                rest |= parameter.group().startsWith("*") || parameter.group().startsWith("+");
                parameters.put(parameter.group(1), parameter.group(2) == null ? "" : value(parameter.group(2)));
            }
            List<String> needs = new ArrayList<>();
            Matcher needed = NEEDED.matcher(header.group(3).replaceFirst("#.*$", ""));
            while (needed.find()) {
                needs.add(needed.group(1) == null ? needed.group(2) : needed.group(1));
            }
            String name = header.group(1);
            recipes.put(name, new Recipe(name, parameters, rest ? -1 : parameters.size(), needs, body));
            first = first.isEmpty() ? name : first;
        }

        void add(Recipe recipe, List<String> arguments) {
            if (!done.add(recipe.name() + arguments)) {
                return;
            }
            recipe.needs().forEach(name -> find(name).ifPresent(needed -> add(needed, List.of())));
            Map<String, String> known = new HashMap<>(variables);
            int at = 0;
            for (Map.Entry<String, String> parameter : recipe.parameters().entrySet()) {
                boolean last = at == recipe.parameters().size() - 1 && recipe.takes() < 0;
                String given = at >= arguments.size()
                        ? parameter.getValue()
                        : last ? String.join(" ", arguments.subList(at, arguments.size())) : arguments.get(at);
                known.put(parameter.getKey(), given);
                at++;
            }
            boolean script = !recipe.body().isEmpty() && recipe.body().get(0).startsWith("#!");
            StringBuilder whole = new StringBuilder();
            for (String line : recipe.body()) {
                String text = filled(line, known);
                if (script) {
                    whole.append(text).append('\n');
                } else if (whole.isEmpty() && leads.size() >= MOST_LINES) {
                    leads.add(Lead.unread("just " + recipe.name(), "runs more than is followed", request.folder()));
                    return;
                } else if (text.endsWith("\\")) {
                    whole.append(text, 0, text.length() - 1);
                } else {
                    leads.add(Lead.shell(whole.append(withoutSigns(text)).toString(), request.folder()));
                    whole.setLength(0);
                }
            }
            if (!whole.isEmpty()) {
                leads.add(new Lead(new Lead.Code.Script(whole.toString()), request.folder(), false));
            }
        }

        private static String withoutSigns(String line) {
            int at = 0;
            while (at < line.length() && (line.charAt(at) == '@' || line.charAt(at) == '-')) {
                at++;
            }
            return line.substring(at);
        }

        private static String filled(String line, Map<String, String> known) {
            Matcher inserted = INSERTED.matcher(line);
            StringBuilder out = new StringBuilder();
            while (inserted.find()) {
                String expression = inserted.group(1).strip();
                String value = known.getOrDefault(expression, value(expression));
                inserted.appendReplacement(out, Matcher.quoteReplacement(value));
            }
            String text = inserted.appendTail(out).toString();
            return text.length() <= LONGEST_TEXT ? text : "${just_text}";
        }

        /** A plain text in quotes, a command in backticks; for every other expression a variable that nobody sets. */
        private static String value(String expression) {
            boolean one = expression.length() > 1 && expression.charAt(0) == expression.charAt(expression.length() - 1);
            String inner = one ? expression.substring(1, expression.length() - 1) : "";
            char quote = one ? expression.charAt(0) : ' ';
            if (inner.indexOf(quote) < 0 && (quote == '\'' || quote == '"')) {
                return inner;
            }
            if (quote == '`' && inner.indexOf('`') < 0) {
                return "$(" + inner + ")";
            }
            return "${just_" + expression.replaceAll("[^A-Za-z0-9_]", "_") + "}";
        }
    }
}
