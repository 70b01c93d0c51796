package dev.greenlane.world.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The settings that git uses in a repository, from all files that have some, those that count more at the end.
 *
 * @param settings keys as git writes them: {@code branch.Topic.merge}
 */
record Config(List<Setting> settings) {

    /** One line of a settings file; a value is empty where the line has a key alone. */
    record Setting(Path file, String key, String value) {}

    /** Reads what {@code git config --list -z --show-origin} prints. */
    static Config read(byte[] output, Path root) {
        String[] parts = new String(output, StandardCharsets.UTF_8).split("\0", -1);
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            int end = parts[i + 1].indexOf('\n');
            String key = end < 0 ? parts[i + 1] : parts[i + 1].substring(0, end);
            String value = end < 0 ? "" : parts[i + 1].substring(end + 1);
            if (parts[i].startsWith("file:")) {
                Texts.path(parts[i].substring("file:".length()))
                        .ifPresent(file ->
                                settings.add(new Setting(root.resolve(file).normalize(), key, value)));
            }
        }
        return new Config(List.copyOf(settings));
    }

    /** The value that counts. */
    Optional<String> last(String key) {
        return values(key).reduce((one, next) -> next);
    }

    Stream<String> values(String key) {
        return settings.stream().filter(setting -> setting.key.equals(key)).map(Setting::value);
    }

    boolean isOn(String key) {
        return last(key)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(Set.of("", "true", "yes", "on", "1")::contains)
                .isPresent();
    }

    /** The names in keys such as {@code remote.NAME.url}, in the order in which they are set. */
    List<String> named(String section, String... lasts) {
        Set<String> names = new java.util.LinkedHashSet<>();
        for (Setting setting : settings) {
            for (String last : lasts) {
                String key = setting.key;
                if (key.startsWith(section + ".")
                        && key.endsWith("." + last)
                        && key.length() > section.length() + last.length() + 1) {
                    names.add(key.substring(section.length() + 1, key.length() - last.length() - 1));
                }
            }
        }
        return List.copyOf(names);
    }

    /** Settings under which no filter runs: files that have one and look changed count as changed. */
    Map<String, String> withoutFilters() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : new TreeSet<>(named("filter", "clean", "smudge", "process", "required"))) {
            settings.put("filter." + name + ".clean", "");
            settings.put("filter." + name + ".smudge", "");
            settings.put("filter." + name + ".process", "");
            settings.put("filter." + name + ".required", "false");
        }
        return settings;
    }
}
