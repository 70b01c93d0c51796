package dev.greenlane.engine.understand.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code tox.ini}: the commands of the environments that are asked for, or of those in {@code env_list}; one without commands of
 * its own has those of {@code [testenv]} (<a href="https://tox.wiki/en/latest/config.html">settings</a>).
 */
final class ToxEnvironments implements ProjectFile {

    private static final int MOST_ENVIRONMENTS = 20;
    private static final Pattern SUBSTITUTION = Pattern.compile("\\{([^{}]{0,200})}");
    private static final List<String> COMMANDS = List.of("commands_pre", "commands", "commands_post");

    @Override
    public List<String> names() {
        return List.of("tox.ini");
    }

    @Override
    public boolean isAlsoAbove() {
        return false;
    }

    @Override
    public List<Lead> leads(Request request) {
        Map<String, Map<String, String>> sections = sections(request.text());
        Map<String, String> base = sections.getOrDefault("testenv", Map.of());
        Map<String, String> tox = sections.getOrDefault("tox", Map.of());
        String standard = tox.getOrDefault("env_list", tox.getOrDefault("envlist", ""));
        List<Lead> leads = new ArrayList<>();
        for (String asked : request.tasks()) {
            Stream.of((asked.isEmpty() ? standard : asked).split("[,\\s]+"))
                    .limit(MOST_ENVIRONMENTS)
                    .map(name -> sections.getOrDefault("testenv:" + name, base))
                    .distinct()
                    .forEach(environment -> add(environment, base, request, leads));
        }
        return leads;
    }

    private static void add(
            Map<String, String> environment, Map<String, String> base, Request request, List<Lead> leads) {
        for (String key : COMMANDS) {
            Optional.ofNullable(environment.getOrDefault(key, base.get(key))).stream()
                    .flatMap(commands -> commands.replace("\\\n", " ").lines())
                    .map(line -> line.strip().replaceFirst("^[-!]\\s*", ""))
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> leads.add(Lead.shell(filled(line, request), request.folder())));
        }
    }

    private static String filled(String line, Request request) {
        Matcher substitution = SUBSTITUTION.matcher(line);
        return substitution.replaceAll(match -> Matcher.quoteReplacement(
                switch (match.group(1).split(":", 2)[0]) {
                    case "posargs" -> posargs(match.group(1), request);
                    case "toxinidir", "tox_root" -> request.folder();
                    case "envpython" -> "python";
                    case "/" -> "/";
                    default -> "${TOX_" + match.group(1).replaceAll("[^A-Za-z0-9]+", "_") + "}";
                }));
    }

    /** What the call hands on, or else what stands behind the colon. */
    private static String posargs(String text, Request request) {
        int colon = text.indexOf(':');
        return !request.arguments().isEmpty() || colon < 0
                ? String.join(" ", request.arguments())
                : text.substring(colon + 1);
    }

    /** The settings of each section; a line that is set in goes on with the one above it. */
    private static Map<String, Map<String, String>> sections(String text) {
        Map<String, Map<String, String>> sections = new HashMap<>();
        Map<String, String> section = new HashMap<>();
        String key = "";
        for (String line : text.split("\n")) {
            String bare = line.strip();
            int equals = line.indexOf('=');
            if (bare.startsWith("#") || bare.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && bare.endsWith("]")) {
                section = sections.computeIfAbsent(bare.substring(1, bare.length() - 1), name -> new HashMap<>());
                key = "";
            } else if (!line.isEmpty() && Character.isWhitespace(line.charAt(0)) && !key.isEmpty()) {
                section.merge(key, bare, (above, below) -> above + "\n" + below);
            } else if (equals > 0) {
                key = line.substring(0, equals).strip();
                section.put(key, line.substring(equals + 1).strip());
            }
        }
        return sections;
    }
}
