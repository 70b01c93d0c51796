package dev.greenlane.engine.understand.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code [tool.poe.tasks]} of {@code pyproject.toml}: a command line, a list of tasks, or a table with {@code cmd}, {@code shell},
 * {@code sequence} or {@code deps} (<a href="https://poethepoet.natn.io/tasks/">tasks</a>). Code of Python that a task names is
 * not looked up.
 */
final class PoeTasks implements ProjectFile {

    private static final String SECTION = "[tool.poe.tasks";
    private static final int MOST_TASKS = 60;
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*+)'");
    private static final Pattern KEY =
            Pattern.compile("\\b(cmd|shell|sequence|ref|deps)\\s*=\\s*(\\[[^]]*]|\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+')");

    @Override
    public List<String> names() {
        return List.of("pyproject.toml");
    }

    @Override
    public boolean isAlsoAbove() {
        return true;
    }

    @Override
    public List<Lead> leads(Request request) {
        Following following = new Following(tasks(request.text()), request);
        request.tasks().forEach(following::task);
        return following.leads;
    }

    private static final class Following {

        private final Map<String, String> tasks;
        private final Request request;
        private final Set<String> done = new HashSet<>();
        private final List<Lead> leads = new ArrayList<>();

        Following(Map<String, String> tasks, Request request) {
            this.tasks = tasks;
            this.request = request;
        }

        void task(String task) {
            String value = tasks.get(task);
            if (value == null || !done.add(task) || done.size() > MOST_TASKS) {
                return;
            }
            if (!value.startsWith("{")) {
                texts(value, value.startsWith("["));
                return;
            }
            Matcher key = KEY.matcher(value);
            while (key.find()) {
                texts(key.group(2), !key.group(1).equals("cmd") && !key.group(1).equals("shell"));
            }
        }

        /** Each text of a value is a command line or, in a sequence, may be the name of a task. */
        private void texts(String value, boolean names) {
            Matcher text = TEXT.matcher(value);
            while (text.find()) {
                String line =
                        text.group(2) != null ? text.group(2) : text.group(1).replaceAll("\\\\(.)", "$1");
                if (names && tasks.containsKey(line)) {
                    task(line);
                } else {
                    leads.add(Lead.shell(names ? line : request.withArguments(line), request.folder()));
                }
            }
        }
    }

    /** What stands behind the name of each task; a table of its own is put in braces. */
    private static Map<String, String> tasks(String toml) {
        Map<String, String> tasks = new HashMap<>();
        String table = "";
        boolean here = false;
        for (String line : toml.replace("\"\"\"", "\"").split("\n")) {
            String text = line.strip();
            int equals = text.indexOf('=');
            if (line.startsWith("[") && equals < 0) {
                here = text.startsWith(SECTION);
                table = text.startsWith(SECTION + ".")
                        ? text.substring(SECTION.length() + 1).replaceAll("[\\[\\]\"]", "")
                        : "";
            } else if (here && !table.isEmpty()) {
                tasks.merge(table, "{" + text, (above, below) -> above + "\n" + below.substring(1));
            } else if (here && equals > 0) {
                tasks.put(
                        text.substring(0, equals).strip().replace("\"", ""),
                        text.substring(equals + 1).strip());
            }
        }
        return tasks;
    }
}
