package dev.greenlane.engine.call;

import dev.greenlane.engine.call.ToolCall.Change;
import java.util.List;

/** Writes changes of several files, and changes that are no edit, in the format of {@code apply_patch}. */
final class PatchText {
    private PatchText() {}

    /** An edit of one file. */
    record Edit(String path, Change change) {}

    static String edits(List<Edit> edits) {
        StringBuilder patch = new StringBuilder("*** Begin Patch\n");
        for (Edit edit : edits) {
            patch.append("*** Update File: ").append(oneLine(edit.path())).append("\n@@\n");
            lines('-', edit.change().removed(), patch);
            lines('+', edit.change().added(), patch);
        }
        return patch.append("*** End Patch\n").toString();
    }

    static String delete(String path) {
        return "*** Begin Patch\n*** Delete File: " + oneLine(path) + "\n*** End Patch\n";
    }

    static String move(String from, String to) {
        return "*** Begin Patch\n*** Update File: " + oneLine(from) + "\n*** Move to: " + oneLine(to)
                + "\n*** End Patch\n";
    }

    private static void lines(char sign, String text, StringBuilder patch) {
        if (!text.isEmpty()) {
            text.lines().forEach(line -> patch.append(sign).append(line).append('\n'));
        }
    }

    private static String oneLine(String path) {
        return path.replace('\n', '?').replace('\r', '?');
    }
}
