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
 * @param settings every key but {@link Key#POLICY}, which adds up, and is in {@code policies}
 * @param policies the policy files that are added, the organisation's last
 * @param project the mode that a checked-in file asks for; a verdict must hold in it, too
 * @param problems what is wrong in the files; where there is anything, a person decides on every call
 */
public record Settings(
        Map<Key, Setting> settings, List<Setting> policies, Optional<Mode> project, List<Problem> problems) {
    public Settings {
        settings = Map.copyOf(settings);
        policies = List.copyOf(policies);
        problems = List.copyOf(problems);
    }

    static Settings of(SettingsFile user, SettingsFile project, SettingsFile managed) {
        Map<Key, Setting> all = new EnumMap<>(Key.class);
        List<Setting> policies = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Key key : Key.values()) {
            all.put(key, new Setting(key, key.fallback(), Source.BUILT_IN, ""));
        }
        for (SettingsFile file : List.of(user, managed)) {
            all.putAll(file.settings());
        }
        for (SettingsFile file : List.of(user, project, managed)) {
            problems.addAll(file.problems());
            Optional.ofNullable(file.settings().get(Key.POLICY)).ifPresent(policies::add);
        }
        all.remove(Key.POLICY);
        Optional<Mode> tighter =
                Optional.ofNullable(project.settings().get(Key.MODE)).flatMap(setting -> Mode.byId(setting.value()));
        return new Settings(all, policies, tighter, problems);
    }

    /** A setting; never one of {@link Key#POLICY}. */
    public Setting get(Key key) {
        return Optional.ofNullable(settings.get(key))
                .orElseThrow(() -> new IllegalArgumentException(key.id() + " adds up"));
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

    /** Every setting that holds and is not empty, in the order of the keys, the policy files last. */
    public List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        Arrays.stream(Key.values())
                .filter(key -> key != Key.POLICY)
                .map(this::get)
                .filter(setting -> !setting.value().isEmpty())
                .forEach(all::add);
        all.addAll(policies);
        return all;
    }

    private boolean isSet(Key key, String value) {
        return get(key).value().equals(value);
    }
}
