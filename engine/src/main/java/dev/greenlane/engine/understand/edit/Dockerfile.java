package dev.greenlane.engine.understand.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands with which an image is built. */
final class Dockerfile {

    private static final Pattern RUN =
            Pattern.compile("(?mi)^[ \\t]*RUN[ \\t]+((?:--\\S+[ \\t]+)*)([^\\\\\\n]*(?:\\\\(?:\\n|.)[^\\\\\\n]*)*+)$");

    private Dockerfile() {}

    static List<Meaning> read(String text) {
        List<Meaning> found = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            found.add(new Meaning.Runs(run.group(2), "shell", Moment.IF_RUN_ELSEWHERE));
        }
        return found;
    }
}
