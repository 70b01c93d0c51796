package dev.greenlane.service.settings;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Problem;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.data.Yaml;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file sets.
 *
 * @param problems what is wrong in it; where there is anything, nothing of the file may be relied on
 */
record SettingsFile(Map<Key, Setting> settings, List<Problem> problems) {
    SettingsFile {
        settings = Map.copyOf(settings);
        problems = List.copyOf(problems);
    }

    static final SettingsFile EMPTY = new SettingsFile(Map.of(), List.of());

    static SettingsFile read(Path file, String text, Source source) {
        Problems problems = new Problems();
        Map<Key, Setting> settings = new EnumMap<>(Key.class);
        if (!text.isBlank()) {
            Optional<Data> data = Yaml.read(file.toString(), text, problems);
            data.ifPresent(root -> entries(root, source, settings, problems));
        }
        return new SettingsFile(settings, problems.list());
    }

    private static void entries(Data root, Source source, Map<Key, Setting> settings, Problems problems) {
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
            } else if (!(entry.value() instanceof Data.Text value) || !key.get().allows(value.text())) {
                problems.add(
                        entry.place(),
                        "'" + entry.name() + "' must be: " + key.get().allowed());
            } else {
                settings.put(
                        key.get(),
                        new Setting(
                                key.get(), value.text(), source, entry.place().toString()));
            }
        }
    }
}
