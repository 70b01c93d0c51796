package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.call.Identity;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.look.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who git takes the user for: {@code user.name} and {@code user.email} of the repository's settings, else of the user's own
 * (<a href="https://git-scm.com/docs/git-config#FILES">files</a>). What those files include is not read.
 */
public final class GitUser {

    private static final int LARGEST = 64 * 1024;
    private static final int MOST_FOLDERS = 24;

    private GitUser() {}

    /**
     * The person who works at {@code place}. Reads at most three files.
     *
     * @param account the user's name on this machine
     */
    public static Identity at(Surroundings place, Optional<String> account, Files files) {
        List<String> configs = new ArrayList<>();
        place.workingDirectory().flatMap(folder -> repository(folder, files)).ifPresent(configs::add);
        place.home().ifPresent(home -> {
            configs.add(home + "/.gitconfig");
            configs.add(home + "/.config/git/config");
        });
        Optional<String> name = Optional.empty();
        Optional<String> email = Optional.empty();
        for (String config : configs) {
            Map<String, String> values =
                    GitSettings.values(files.text(config, LARGEST).orElse(""));
            name = name.or(() -> said(values, "user.name"));
            email = email.or(() -> said(values, "user.email"));
        }
        return new Identity(account, name, email);
    }

    private static Optional<String> said(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    /** The settings of the nearest repository. */
    private static Optional<String> repository(String folder, Files files) {
        String at = folder;
        for (int up = 0; up < MOST_FOLDERS && at.startsWith("/"); up++) {
            String config = (at.equals("/") ? "" : at) + "/.git/config";
            if (files.kind(config) == Files.Kind.FILE) {
                return Optional.of(config);
            }
            int slash = at.lastIndexOf('/');
            if (at.equals("/")) {
                break;
            }
            at = slash == 0 ? "/" : at.substring(0, slash);
        }
        return Optional.empty();
    }
}
