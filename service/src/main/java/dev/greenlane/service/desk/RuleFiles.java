package dev.greenlane.service.desk;

import dev.greenlane.service.rules.OwnRules;
import dev.greenlane.service.rules.OwnRules.InvalidRules;
import dev.greenlane.service.settings.Setting;
import dev.greenlane.service.settings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules that the files that hold say together; a file is read again when it has changed. Thread-safe. */
final class RuleFiles {
    private static final int KEPT = 100;

    private final Map<List<SetFile>, OwnRules> known = new ConcurrentHashMap<>();

    /** @throws NoReview where a file cannot be used */
    OwnRules in(List<Setting> files) throws NoReview {
        if (files.isEmpty()) {
            return OwnRules.NONE;
        }
        List<SetFile> versions = SetFile.all("file of rules", files);
        OwnRules read = known.get(versions);
        if (read != null) {
            return read;
        }
        if (known.size() > KEPT) {
            known.clear();
        }
        OwnRules rules = OwnRules.NONE;
        for (SetFile version : versions) {
            rules = rules.with(read(version));
        }
        known.put(List.copyOf(versions), rules);
        return rules;
    }

    private static OwnRules read(SetFile version) throws NoReview {
        try {
            OwnRules rules = OwnRules.read(version.file().toString(), Files.readString(version.file()));
            return version.source() == Source.PROJECT ? rules.onlyTightening() : rules;
        } catch (IOException | InvalidRules e) {
            throw new NoReview("the file of rules " + version.file() + " cannot be used: " + e.getMessage());
        }
    }
}
