package dev.greenlane.service.settings;

import dev.greenlane.engine.data.Problem;
import dev.greenlane.engine.review.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for calls made in one folder. Immutable.
 *
 * @param settings every key but those that add up
 * @param files the policy files and files of rules that are added, the organisation's last
 * @param project the mode that a checked-in file asks for; a verdict must hold in it, too
 * @param problems what is wrong in the files; where there is anything, a person decides on every call
 */
public record Settings(
        Map<Key, Setting> settings, List<Setting> files, Optional<Mode> project, List<Problem> problems) {
    public Settings {
        settings = Map.copyOf(settings);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    static Settings of(SettingsFile user, SettingsFile project, SettingsFile managed) {
        Map<Key, Setting> all = new EnumMap<>(Key.class);
        List<Setting> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Key key : Key.values()) {
            all.put(key, new Setting(key, key.fallback(), Source.BUILT_IN, ""));
        }
        for (SettingsFile file : List.of(user, managed)) {
            all.putAll(file.settings());
        }
        for (SettingsFile file : List.of(user, project, managed)) {
            problems.addAll(file.problems());
            files.addAll(file.files());
        }
        all.keySet().removeIf(Key::addsUp);
        Optional<Mode> tighter =
                Optional.ofNullable(project.settings().get(Key.MODE)).flatMap(setting -> Mode.byId(setting.value()));
        return new Settings(all, files, tighter, problems);
    }

    /** A setting; never one of a key that adds up. */
    public Setting get(Key key) {
        return Optional.ofNullable(settings.get(key))
                .orElseThrow(() -> new IllegalArgumentException(key.id() + " adds up"));
    }

    /** The policy files that are added, the organisation's last. */
    public List<Setting> policies() {
        return files.stream().filter(file -> file.key() == Key.POLICY).toList();
    }

    /** The files of rules that are added, the organisation's last. */
    public List<Setting> rules() {
        return files.stream().filter(file -> file.key() == Key.RULES).toList();
    }

    /** A setting that is a number. */
    public int number(Key key) {
        return Integer.parseInt(get(key).value());
    }

    /** The mode for a session in which {@code chosen} was chosen, as far as the organisation allows it. */
    public Mode mode(Optional<Mode> chosen) {
        Mode wanted = chosen.or(() -> Mode.byId(get(Key.MODE).value())).orElse(Mode.AUTO);
        if (wanted == Mode.BYPASS_PERMISSIONS && isSet(Key.BYPASS, "forbidden")) {
            wanted = Mode.AUTO;
        }
        return wanted == Mode.AUTO && isSet(Key.AUTO_MODE, "off") ? Mode.DEFAULT : wanted;
    }

    /** Whether somebody may switch reviews off. */
    public boolean mayBeOff() {
        return !isSet(Key.BYPASS, "forbidden");
    }

    /** A setting whose value is not empty. */
    public Optional<String> text(Key key) {
        return Optional.of(get(key).value()).filter(value -> !value.isEmpty());
    }

    /** Every setting that holds and is not empty, in the order of the keys, files last. */
    public List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        Arrays.stream(Key.values())
                .filter(key -> !key.addsUp())
                .map(this::get)
                .filter(setting -> !setting.value().isEmpty())
                .forEach(all::add);
        all.addAll(files);
        return all;
    }

    private boolean isSet(Key key, String value) {
        return get(key).value().equals(value);
    }
}
