package dev.greenlane.service.settings;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Problem;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.data.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file sets.
 *
 * @param settings every key that is set but those that add up
 * @param files the settings of keys that add up
 * @param problems what is wrong in it; where there is anything, nothing of the file may be relied on
 */
record SettingsFile(Map<Key, Setting> settings, List<Setting> files, List<Problem> problems) {
    SettingsFile {
        settings = Map.copyOf(settings);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    static final SettingsFile EMPTY = new SettingsFile(Map.of(), List.of(), List.of());

    static SettingsFile read(Path file, String text, Source source) {
        Problems problems = new Problems();
        Map<Key, Setting> settings = new EnumMap<>(Key.class);
        List<Setting> files = new ArrayList<>();
        if (!text.isBlank()) {
            Optional<Data> data = Yaml.read(file.toString(), text, problems);
            data.ifPresent(root -> entries(root, source, settings, files, problems));
        }
        return new SettingsFile(settings, files, problems.list());
    }

    private static void entries(
            Data root, Source source, Map<Key, Setting> settings, List<Setting> files, Problems problems) {
        if (!(root instanceof Data.Entries entries)) {
            problems.add(root.place(), "settings are lines of the form 'name: value'");
            return;
        }
        for (Data.Entry entry : entries.entries()) {
            Optional<Key> key = Key.byId(entry.name());
            if (key.isEmpty()) {
                problems.add(entry.place(), "there is no setting '" + entry.name() + "'");
            } else if (!key.get().belongsIn(source)) {
                problems.add(entry.place(), "'" + entry.name() + "' cannot be set in this file");
            } else {
                List<Setting> values = values(entry, key.get(), source, problems);
                if (key.get().addsUp()) {
                    files.addAll(values);
                } else {
                    values.forEach(value -> settings.put(key.get(), value));
                }
            }
        }
    }

    private static List<Setting> values(Data.Entry entry, Key key, Source source, Problems problems) {
        List<Data> values =
                key.addsUp() && entry.value() instanceof Data.Items list ? list.items() : List.of(entry.value());
        List<Setting> settings = new ArrayList<>();
        for (Data value : values) {
            if (value instanceof Data.Text text && key.allows(text.text())) {
                settings.add(new Setting(key, text.text(), source, entry.place().toString()));
            } else {
                problems.add(entry.place(), "'" + entry.name() + "' must be: " + key.allowed());
            }
        }
        return settings;
    }
}
