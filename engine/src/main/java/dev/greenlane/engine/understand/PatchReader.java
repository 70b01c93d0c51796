package dev.greenlane.engine.understand;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.syntax.Span;

/** Reads the file headers of a patch in the format of {@code apply_patch}, or of a unified diff. */
final class PatchReader {

    private PatchReader() {}

    /** Takes what the patch does to one file. */
    interface Sink {
        void file(EffectKind kind, String path, Span span);
    }

    static void read(String text, Sink sink) {
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            line(text.substring(from, end), new Span(from, end), sink);
            from = end + 1;
        }
    }

    private static void line(String line, Span span, Sink sink) {
        if (line.startsWith("*** Add File: ")
                || line.startsWith("*** Update File: ")
                || line.startsWith("*** Move to: ")) {
            sink.file(
                    EffectKind.FILE_WRITE,
                    line.substring(line.indexOf(": ") + 2).strip(),
                    span);
        } else if (line.startsWith("*** Delete File: ")) {
            sink.file(
                    EffectKind.FILE_DELETE,
                    line.substring(line.indexOf(": ") + 2).strip(),
                    span);
        } else if (line.startsWith("+++ ") && !line.startsWith("+++ /dev/null")) {
            String path = line.substring(4).strip();
            sink.file(EffectKind.FILE_WRITE, path.startsWith("b/") ? path.substring(2) : path, span);
        }
    }
}
