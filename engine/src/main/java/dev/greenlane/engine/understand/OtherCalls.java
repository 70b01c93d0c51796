package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.call.ToolCall.Dialect;
import dev.greenlane.engine.call.ToolDescription;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.secrets.SecretScanner;
import dev.greenlane.engine.understand.mcp.Act;
import dev.greenlane.engine.understand.mcp.ToolWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls of tools that others brought: of MCP servers, and tools that nobody described. */
final class OtherCalls {

    private static final int MOST_ARGUMENTS = 50;
    private static final int LONGEST_TEXT = 20_000;
    private static final Pattern SQL = Pattern.compile(
            "(?is)\\s*(?:--[^\\n"
                + "]*\\n"
                + "\\s*)*(?:select|with|insert|update|delete|drop|alter|create|truncate|explain|show|pragma|grant|revoke|merge|replace|call|copy)\\b.*");
    private static final Pattern LOCAL = Pattern.compile("(?s)(?:/|~|\\.\\.?/|[A-Za-z]:[\\\\/]|file:).*");

    private final ToolWords words = ToolWords.standard();
    private final ShellCalls shells;
    private final WebCalls web;
    private final SecretScanner secrets;

    OtherCalls(ShellCalls shells, WebCalls web, SecretScanner secrets) {
        this.shells = shells;
        this.web = web;
        this.secrets = secrets;
    }

    Understanding mcp(ToolCall.Mcp call, Sight sight) {
        CallLog log = new CallLog(call);
        Set<String> traits = new HashSet<>();
        call.description().map(ToolDescription::hints).ifPresent(hints -> {
            if (hints.contains("readOnlyHint")) {
                traits.add("says-read-only");
            }
            if (hints.contains("destructiveHint") && !hints.contains("readOnlyHint")) {
                traits.add("says-destructive");
            }
        });
        if (call.description().filter(ToolDescription::hasChanged).isPresent()) {
            log.notUnderstood("has another description than the one that a person saw");
        }
        tool(ToolWords.words(call.name()), ToolWords.words(call.server()), call.input(), traits, log, sight);
        return log.understanding();
    }

    Understanding unknown(ToolCall.Unknown call, Sight sight) {
        CallLog log = new CallLog(call);
        tool(ToolWords.words(call.tool()), List.of(), call.input(), Set.of(), log, sight);
        return log.understanding();
    }

    static Understanding malformed(ToolCall.Malformed call) {
        CallLog log = new CallLog(call);
        log.notUnderstood("has an input that cannot be read: " + call.reason());
        return log.understanding();
    }

    private void tool(
            List<String> name,
            List<String> server,
            Map<String, Object> input,
            Set<String> traits,
            CallLog log,
            Sight sight) {
        List<String> all = new ArrayList<>(server);
        all.addAll(name);
        Act act = words.act(name);
        boolean told = arguments(act, all, input, log, sight);
        if (words.ofSecrets(name)) {
            log.name(EffectKind.CREDENTIAL_ACCESS, String.join(" ", name), traits);
            return;
        }
        String target = String.join(" ", all);
        switch (traits.contains("says-destructive") && act == Act.CHANGE ? Act.DESTROY : act) {
            case READ -> {
                if (!told) {
                    log.name(EffectKind.CLOUD_READ, target, traits);
                }
            }
            case SPEAK -> log.name(EffectKind.COMMUNICATION, target, traits);
            case PAY -> {
                Set<String> money = new HashSet<>(traits);
                money.add("money");
                log.name(EffectKind.COMMUNICATION, target, money);
            }
            case DESTROY -> {
                if (!told) {
                    log.name(EffectKind.CLOUD_DESTROY, target, traits);
                }
            }
            case CHANGE -> {
                if (!told) {
                    log.notUnderstood("changes something, and nobody described what", traits);
                }
            }
            case RUN, UNKNOWN -> {
                if (!told) {
                    log.notUnderstood("is a tool whose effects nobody described", traits);
                }
            }
        }
    }

    /** Tells what the arguments say; whether that is all that the tool does. */
    private boolean arguments(Act act, List<String> tool, Map<String, Object> input, CallLog log, Sight sight) {
        boolean told = false;
        boolean files = words.ofFiles(tool);
        int count = 0;
        for (Map.Entry<String, Object> argument : input.entrySet()) {
            for (String text : texts(argument.getValue())) {
                if (++count > MOST_ARGUMENTS) {
                    return false;
                }
                secrets(act, text, log);
                Optional<String> role = words.role(argument.getKey());
                boolean local = files || LOCAL.matcher(text).matches();
                told |= role.isPresent()
                        && switch (role.get()) {
                            case "path" ->
                                text.contains("://") && !text.startsWith("file:")
                                        ? url(act, text, log, sight)
                                        : local && path(act, text, log, sight);
                            case "from" -> local && moved(act, tool, text, log, sight);
                            case "to" -> local && path(Act.CHANGE, text, log, sight);
                            case "url" -> url(act, text, log, sight);
                            case "sql" -> SQL.matcher(text).matches() && inside(shells.code(text, "sql", sight), log);
                            default ->
                                words.ofShells(tool)
                                        && inside(shells.run(new ToolCall.Shell("", text, Dialect.POSIX), sight), log);
                        };
            }
        }
        return told;
    }

    private static List<String> texts(Object value) {
        if (value instanceof CharSequence text) {
            return List.of(text.toString());
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.stream()
                    .filter(CharSequence.class::isInstance)
                    .limit(MOST_ARGUMENTS)
                    .forEach(each -> texts.add(each.toString()));
        }
        return texts;
    }

    private void secrets(Act act, String text, CallLog log) {
        if (act != Act.READ) {
            String part = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
            secrets.find(part).forEach(secret -> log.name(EffectKind.SECRET_IN_CONTENT, secret.format(), Set.of()));
        }
    }

    private static boolean path(Act act, String text, CallLog log, Sight sight) {
        String path = text.startsWith("file://") ? text.substring("file://".length()) : text;
        EffectKind kind = switch (act) {
            case READ, SPEAK, UNKNOWN -> EffectKind.FILE_READ;
            case DESTROY -> EffectKind.FILE_DELETE;
            case CHANGE, PAY, RUN -> EffectKind.FILE_WRITE;
        };
        Set<String> traits = kind == EffectKind.FILE_WRITE ? Set.of("overwrite") : Set.of();
        log.path(kind, path, sight.paths(), log.whole(), traits);
        return act == Act.READ || act == Act.DESTROY || act == Act.CHANGE;
    }

    private static boolean moved(Act act, List<String> tool, String text, CallLog log, Sight sight) {
        if (!tool.contains("move") && !tool.contains("rename")) {
            return path(act == Act.CHANGE ? Act.READ : act, text, log, sight);
        }
        log.path(EffectKind.FILE_DELETE, text, sight.paths(), log.whole(), Set.of("move"));
        return true;
    }

    private boolean url(Act act, String text, CallLog log, Sight sight) {
        web.fetch(text, log, sight);
        return act == Act.READ;
    }

    private static boolean inside(Understanding inner, CallLog log) {
        inner.all().forEach(log::add);
        return true;
    }
}
