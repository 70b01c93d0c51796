package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.understand.project.ProjectFile.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a repository, as far as its {@code config} has them; what that file includes is not read
 * (<a href="https://git-scm.com/docs/git-config#_syntax">syntax</a>).
 *
 * @param values those of the file and those that the call sets, by name in lower case: {@code alias.co}, {@code core.hookspath}
 * @param folder absolute path of the folder with the repository's own files
 */
record GitSettings(Map<String, String> values, String folder) {

    private static final String LINK = "gitdir:";

    /** The settings of the repository whose {@code .git}, a file or a folder, lies in the folder of the request. */
    static GitSettings read(Request request) {
        String config = request.text();
        String folder = request.folder() + "/.git";
        if (config.startsWith(LINK)) {
            folder = request.beside(config.substring(LINK.length()).strip());
            Optional<String> common = request.files().text(folder + "/commondir");
            if (common.isPresent()) {
                String shared = common.get().strip();
                folder = shared.startsWith("/") ? shared : folder + "/" + shared;
            }
            config = request.files().text(folder + "/config").orElse("");
        }
        Map<String, String> values = values(config);
        for (String setting : request.settings()) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                values.put(setting.substring(0, equals).toLowerCase(Locale.ROOT), setting.substring(equals + 1));
            }
        }
        return new GitSettings(values, folder);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The settings in the text of a file, by name in lower case. */
    static Map<String, String> values(String config) {
        Map<String, String> values = new HashMap<>();
        String section = "";
        for (String line : lines(config)) {
            String text = line.strip();
            int end = text.indexOf(']');
            int equals = text.indexOf('=');
            if (text.startsWith("[") && end > 0) {
                section = text.substring(1, end)
                        .replace(" \"", ".")
                        .replace("\"", "")
                        .toLowerCase(Locale.ROOT);
            } else if (equals > 0 && !text.startsWith("#") && !text.startsWith(";")) {
                String name = section + "." + text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                values.put(name, value(text.substring(equals + 1).strip()));
            }
        }
        return values;
    }

    private static List<String> lines(String config) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : config.split("\r?\n")) {
            if (part.endsWith("\\") && !part.endsWith("\\\\")) {
                line.append(part, 0, part.length() - 1);
            } else {
                lines.add(line.append(part).toString());
                line.setLength(0);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A value without its quotes and the comment behind it. */
    private static String value(String text) {
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && i + 1 < text.length()) {
                i++;
                value.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i) == 't' ? '\t' : text.charAt(i));
            } else if (!quoted && (c == '#' || c == ';')) {
                break;
            } else {
                value.append(c);
            }
        }
        return value.toString().strip();
    }
}
