package dev.greenlane.engine.understand.edit;

import dev.greenlane.engine.effect.EffectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What build machines run: workflows of GitHub, pipelines of GitLab and their like. */
final class Workflows {

    private static final Set<String> COMMANDS = Set.of(
            "run",
            "script",
            "before_script",
            "after_script",
            "command",
            "commands",
            "bash",
            "sh",
            "pwsh",
            "powershell");

    /** An expression of a workflow: at most this long, so that an open one costs little. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{([^}]{0,400})}}");

    private static final Pattern SECRET = Pattern.compile("\\bsecrets\\s*[.\\[]\\s*['\"]?([A-Za-z0-9_]{1,100})");
    private static final Pattern ALL_SECRETS = Pattern.compile("(?i)tojson\\s*\\(\\s*secrets\\s*\\)");
    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9_]+");

    /** Jobs that run on machines of one's own, and not on ones that are thrown away. */
    private static final Pattern SELF_HOSTED = Pattern.compile(
            "(?m)^[ \\t]*(?:runs-on|tags|agents|pool)[ \\t]*:[^\\n]{0,200}self-hosted|^[ \\t]*-[ \\t]*self-hosted\\b");

    private Workflows() {}

    static List<Meaning> read(String text) {
        List<Meaning> found = new ArrayList<>();
        Moment moment = SELF_HOSTED.matcher(text).find() ? Moment.IF_RUN : Moment.IF_RUN_ELSEWHERE;
        for (YamlLines.Entry entry : YamlLines.read(text)) {
            if (entry.path().stream().anyMatch(COMMANDS::contains)) {
                found.add(new Meaning.Runs(withoutExpressions(entry.value()), "shell", moment));
            }
            if (ALL_SECRETS.matcher(entry.value()).find()) {
                found.add(new Meaning.Sets(
                        EffectKind.CREDENTIAL_ACCESS, "all secrets of the repository", Set.of("all", "later")));
            }
        }
        if (text.contains("pull_request_target") && text.contains("github.event.pull_request.head")) {
            found.add(new Meaning.Sets(
                    EffectKind.SECURITY_WEAKEN,
                    "pull_request_target: code of strangers runs with the repository's secrets",
                    Set.of("later")));
        }
        return found;
    }

    /** The command with a variable for each expression; the name of one that is a secret says so. */
    private static String withoutExpressions(String command) {
        Matcher expression = EXPRESSION.matcher(command);
        return expression.replaceAll(match -> {
            Matcher secret = SECRET.matcher(match.group(1));
            String name = secret.find()
                    ? "SECRET_" + secret.group(1)
                    : NO_NAME.matcher(match.group(1)).replaceAll("_");
            return Matcher.quoteReplacement("${" + (name.startsWith("SECRET_") ? name : "EXPRESSION" + name) + "}");
        });
    }
}
