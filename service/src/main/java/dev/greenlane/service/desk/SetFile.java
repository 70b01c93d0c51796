package dev.greenlane.service.desk;

import dev.greenlane.service.settings.Setting;
import dev.greenlane.service.settings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file that a setting names, as it is now: another one where the file has changed. */
record SetFile(Path file, Source source, long modified, long size) {

    /**
     * The files that settings name.
     *
     * @param what what such a file is called, for messages
     * @throws NoReview where one cannot be read
     */
    static List<SetFile> all(String what, List<Setting> settings) throws NoReview {
        List<SetFile> all = new ArrayList<>();
        for (Setting setting : settings) {
            all.add(of(what, setting));
        }
        return all;
    }

    private static SetFile of(String what, Setting setting) throws NoReview {
        Path file = setting.file();
        try {
            if (!Files.isRegularFile(file)) {
                throw new IOException("it is no file");
            }
            return new SetFile(
                    file, setting.source(), Files.getLastModifiedTime(file).toMillis(), Files.size(file));
        } catch (IOException e) {
            throw new NoReview("the " + what + " " + file + " that " + setting.origin() + " names cannot be read");
        }
    }
}
