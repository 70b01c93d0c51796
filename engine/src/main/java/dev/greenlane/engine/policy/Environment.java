package dev.greenlane.engine.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is trusted and what is precious around here. Immutable. {@code docs/policy.md} shows how it is written.
 *
 * @param directories folders outside the project that may be worked in: {@code ~/notes}, {@code /srv/data}
 * @param hosts hosts to which data may go: {@code ci.example.com}, {@code *.example.com}
 * @param repositories repositories that are the user's own: {@code github.com/me}, {@code github.com/me/tool}
 * @param buckets object stores that may be written: {@code s3://my-bucket/uploads}
 * @param registries hosts that packages may be fetched from
 * @param installers addresses of installers that may be run straight from the network, without {@code https://}
 * @param servers MCP servers whose word about their tools is believed: {@code github}
 * @param protectedNames words that mark what must not be touched lightly when they stand alone in a name: {@code prod}
 */
public record Environment(
        List<String> directories,
        List<String> hosts,
        List<String> repositories,
        List<String> buckets,
        List<String> registries,
        List<String> installers,
        List<String> servers,
        Set<String> protectedNames) {

    /** Nothing is trusted, nothing is precious. */
    public static final Environment NONE =
            new Environment(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Set.of());

    public Environment {
        directories = List.copyOf(directories);
        hosts = List.copyOf(hosts);
        repositories = List.copyOf(repositories);
        buckets = List.copyOf(buckets);
        registries = List.copyOf(registries);
        installers = List.copyOf(installers);
        servers = List.copyOf(servers);
        protectedNames = Set.copyOf(protectedNames);
    }

    /** This and what {@code other} adds. */
    public Environment with(Environment other) {
        Set<String> allProtected = new HashSet<>(protectedNames);
        allProtected.addAll(other.protectedNames);
        return new Environment(
                both(directories, other.directories),
                both(hosts, other.hosts),
                both(repositories, other.repositories),
                both(buckets, other.buckets),
                both(registries, other.registries),
                both(installers, other.installers),
                both(servers, other.servers),
                allProtected);
    }

    /** Whether a path in normal form lies in a trusted folder, or is one. */
    boolean trustsPath(String path) {
        return directories.stream().anyMatch(folder -> isBelow(path, folder));
    }

    boolean trustsHost(String host) {
        return isOneOf(host, hosts);
    }

    boolean trustsServer(String server) {
        return servers.contains(server);
    }

    boolean isRegistry(String host) {
        return isOneOf(host, registries);
    }

    /** Whether a name is a trusted repository or lies in a trusted bucket. */
    boolean trustsName(String name) {
        if (repositories.isEmpty() && buckets.isEmpty()) {
            return false;
        }
        String repository = repository(name);
        return repositories.stream().anyMatch(each -> isBelow(repository, each))
                || buckets.stream().anyMatch(each -> isBelow(name, each));
    }

    boolean isInstaller(String url) {
        return url.startsWith("https://")
                && installers.stream().anyMatch(each -> isBelow(url.substring("https://".length()), each));
    }

    /** Whether a protected word stands in {@code name} between anything but letters and digits. */
    boolean protects(String name) {
        if (protectedNames.isEmpty()) {
            return false;
        }
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetterOrDigit(name.charAt(i))) {
                if (i > start
                        && protectedNames.contains(name.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isOneOf(String host, List<String> patterns) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.startsWith("*.")
                        ? host.endsWith(pattern.substring(1)) && host.length() > pattern.length() - 1
                        : host.equals(pattern));
    }

    private static boolean isBelow(String text, String front) {
        if (!text.startsWith(front) || front.isEmpty() || text.contains("/../")) {
            return false;
        }
        return front.endsWith("/")
                || text.length() == front.length()
                || "/?#".indexOf(text.charAt(front.length())) >= 0;
    }

    /** {@code git@host:me/tool.git} and {@code https://host/me/tool} as {@code host/me/tool}. */
    private static String repository(String name) {
        String text = name.replaceFirst("^[a-z+]+://", "").replaceFirst("^[^/@]+@", "");
        text = text.replaceFirst("^([^/:]+):(?!\\d+/)", "$1/");
        return text.endsWith(".git") ? text.substring(0, text.length() - ".git".length()) : text;
    }

    private static List<String> both(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        other.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return all;
    }
}
