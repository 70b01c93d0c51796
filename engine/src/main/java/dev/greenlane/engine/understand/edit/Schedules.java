package dev.greenlane.engine.understand.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that start programs at a time or with the machine: crontabs, service units, desktop entries, scripts. */
final class Schedules {

    private static final Pattern UNIT = Pattern.compile("(?m)^\\s*(?:Exec[A-Za-z]*)\\s*=\\s*[-@:+!]*(.+)$");
    private static final String FIELD = "[0-9A-Za-z*,/-]+[ \\t]+";
    private static final Pattern CRON_LINE =
            Pattern.compile("(?m)^[ \\t]*(?:@[a-z]+[ \\t]+|(?=[0-9*])(?:" + FIELD + "){5})(\\S.*)$");
    private static final Pattern USER = Pattern.compile("^[a-z_][a-z0-9_-]*[ \\t]+(?=\\S)");
    private static final Pattern RULE_RUN = Pattern.compile("(?:RUN|PROGRAM)\\+?=\"([^\"]+)\"");

    private Schedules() {}

    static List<Meaning> read(String path, String text) {
        List<Meaning> found = new ArrayList<>();
        commands(UNIT, text, found, false);
        commands(RULE_RUN, text, found, false);
        boolean users = path.endsWith("/crontab") || path.contains("/cron.d/");
        commands(CRON_LINE, text, found, users);
        return found.isEmpty() && (text.startsWith("#!") || path.endsWith("rc.local"))
                ? Scripts.hook(path, text)
                : found;
    }

    private static void commands(Pattern line, String text, List<Meaning> found, boolean users) {
        Matcher matcher = line.matcher(text);
        while (matcher.find()) {
            String command = matcher.group(1);
            String code = users ? USER.matcher(command).replaceFirst("") : command;
            found.add(new Meaning.Runs(code, "shell", Moment.LATER));
        }
    }
}
