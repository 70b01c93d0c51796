package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Taskfile.yml}: the commands of a task after those of its {@code deps}, also in included files. Plain variables are
 * filled in, other templates become variables of the shell that nobody sets (<a href="https://taskfile.dev/docs/reference/schema">schema</a>).
 */
final class Taskfile implements ProjectFile {

    private static final int MOST_LINES = 400;
    private static final int LONGEST_TEXT = 4000;
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{-?\\s*(.*?)\\s*-?}}");

    @Override
    public List<String> names() {
        return List.of("Taskfile.yml", "taskfile.yml", "Taskfile.yaml", "taskfile.yaml", "Taskfile.dist.yml");
    }

    @Override
    public boolean isAlsoAbove() {
        return true;
    }

    @Override
    public List<Lead> leads(Request request) {
        if (Parts.isTooLarge(request.text())) {
            return List.of(Lead.unread(request.path(), "is too large to read", request.folder()));
        }
        Run run = new Run(request);
        Optional<Data> root = Parts.yaml(request.text());
        List<String> names = new ArrayList<>();
        for (String word : request.tasks()) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                run.given.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                names.add(word.isEmpty() ? "default" : word);
            }
        }
        run.given.put("CLI_ARGS", String.join(" ", request.arguments()));
        root.ifPresent(file -> names.forEach(name -> run.task(name, file, request.folder())));
        return run.leads;
    }

    private static final class Run {

        private final Request request;
        private final Map<String, String> given = new HashMap<>();
        private final List<Lead> leads = new ArrayList<>();
        private final Set<String> done = new HashSet<>();

        Run(Request request) {
            this.request = request;
        }

        void task(String name, Data file, String folder) {
            Optional<Data> task = Parts.in(file, "tasks", name);
            int colon = name.indexOf(':');
            if (task.isEmpty() && colon > 0) {
                included(name.substring(0, colon), name.substring(colon + 1), file, folder);
                return;
            }
            if (task.isEmpty() || !done.add(folder + " " + name)) {
                return;
            }
            Map<String, String> variables = new HashMap<>();
            variables(Parts.in(file, "vars"), variables);
            variables(Parts.in(file, "env"), variables);
            variables(Parts.in(task.get(), "vars"), variables);
            variables(Parts.in(task.get(), "env"), variables);
            variables.putAll(given);
            String at = Parts.text(Parts.in(task.get(), "dir"))
                    .map(dir -> filled(dir, variables))
                    .map(dir -> dir.startsWith("/") ? dir : folder + "/" + dir)
                    .orElse(folder);
            for (Data needed : Parts.items(Parts.in(task.get(), "deps"))) {
                name(needed).ifPresent(other -> task(filled(other, variables), file, folder));
            }
            boolean plain = task.get() instanceof Data.Text || task.get() instanceof Data.Items;
            Optional<Data> commands =
                    plain ? task : Parts.in(task.get(), "cmds").or(() -> Parts.in(task.get(), "cmd"));
            for (Data command : Parts.items(commands)) {
                command(command, variables, file, folder, at);
            }
        }

        private void command(Data command, Map<String, String> variables, Data file, String folder, String at) {
            Optional<String> other = Parts.text(Parts.in(command, "task"));
            if (other.isPresent()) {
                task(filled(other.get(), variables), file, folder);
                return;
            }
            if (leads.size() >= MOST_LINES) {
                return;
            }
            Parts.text(Optional.of(command))
                    .or(() -> Parts.text(Parts.in(command, "cmd")))
                    .or(() -> Parts.text(Parts.in(command, "defer")))
                    .ifPresent(line -> leads.add(
                            leads.size() == MOST_LINES - 1
                                    ? Lead.unread("task", "runs more than is followed", at)
                                    : Lead.shell(filled(line, variables), at)));
        }

        private void included(String space, String name, Data file, String folder) {
            Optional<Data> include = Parts.in(file, "includes", space);
            Optional<String> path =
                    Parts.text(include).or(() -> include.flatMap(one -> Parts.text(Parts.in(one, "taskfile"))));
            if (path.isEmpty() || path.get().contains("://")) {
                return;
            }
            String at = path.get().startsWith("/") ? path.get() : folder + "/" + path.get();
            List<String> places = at.endsWith(".yml") || at.endsWith(".yaml")
                    ? List.of(at)
                    : List.of(at + "/Taskfile.yml", at + "/Taskfile.yaml");
            for (String place : places) {
                Optional<Data> other = request.files().text(place).flatMap(Parts::yaml);
                if (other.isPresent()) {
                    task(name, other.get(), folder);
                    return;
                }
            }
        }

        private static Optional<String> name(Data needed) {
            return Parts.text(Optional.of(needed)).or(() -> Parts.text(Parts.in(needed, "task")));
        }

        private static void variables(Optional<Data> data, Map<String, String> variables) {
            for (Data.Entry entry : Parts.entries(data)) {
                Parts.text(Optional.of(entry.value()))
                        .or(() -> Parts.text(Parts.in(entry.value(), "sh")).map(command -> "$(" + command + ")"))
                        .ifPresent(value -> variables.put(entry.name(), filled(value, variables)));
            }
        }

        private static String filled(String text, Map<String, String> variables) {
            if (text.length() > LONGEST_TEXT) {
                return text;
            }
            Matcher template = TEMPLATE.matcher(text);
            StringBuilder out = new StringBuilder();
            while (template.find()) {
                String expression = template.group(1);
                String name = expression.startsWith(".") ? expression.substring(1) : "";
                String value = variables.get(name);
                String unknown = "${" + (name.matches("\\w+") ? name : "task_expression") + "}";
                template.appendReplacement(out, Matcher.quoteReplacement(value == null ? unknown : value));
            }
            String whole = template.appendTail(out).toString();
            return whole.length() <= LONGEST_TEXT * 4 ? whole : "${task_text}";
        }
    }
}
