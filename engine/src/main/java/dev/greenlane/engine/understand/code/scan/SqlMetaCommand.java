package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.StandIns;
import java.util.Locale;
import java.util.Set;

/** A line for the shell around the database: {@code \!}, {@code \copy}, {@code .shell}. */
record SqlMetaCommand(String line, StandIns standIns, CodeSink sink) {

    void tell() {
        String[] words = line.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "\\!", ".shell", ".system", "system", "SYSTEM" -> sink.shell(standIns.decode(rest));
            case "\\o", "\\w", ".output", ".once", ".backup", ".save", ".clone", "\\T" -> {
                if (rest.startsWith("|")) {
                    sink.shell(standIns.decode(rest.substring(1).strip()));
                } else if (!rest.isEmpty()) {
                    sink.path(
                            EffectKind.FILE_WRITE,
                            standIns.decode(unquoted(rest)),
                            Set.of("overwrite"),
                            Certainty.CERTAIN);
                }
            }
            case "\\i", "\\ir", ".read", "\\.", "source", "SOURCE" -> {
                sink.path(EffectKind.FILE_READ, standIns.decode(unquoted(rest)), Set.of(), Certainty.CERTAIN);
                sink.notUnderstood(line, "runs statements from a file");
            }
            case "\\copy" -> copy(rest);
            case ".import" -> {
                int pipe = rest.indexOf('|');
                if (pipe >= 0 && rest.substring(0, pipe).isBlank() || rest.startsWith("\"|")) {
                    String command = rest.substring(pipe + 1);
                    int end = command.lastIndexOf(rest.startsWith("\"") ? '"' : ' ');
                    sink.shell(standIns.decode(end > 0 ? command.substring(0, end) : command));
                }
                sink.name(EffectKind.DATABASE_CHANGE, standIns.decode(rest), Set.of(), Certainty.CERTAIN);
            }
            case ".restore" ->
                sink.name(EffectKind.DATABASE_DESTROY, standIns.decode(rest), Set.of("overwrite"), Certainty.CERTAIN);
            case ".load" -> sink.notUnderstood(line, "loads machine code");
            case ".dump" ->
                sink.name(EffectKind.DATABASE_READ, standIns.decode(rest), Set.of("dump"), Certainty.CERTAIN);
            default -> {}
        }
    }

    private void copy(String rest) {
        String lower = rest.toLowerCase(Locale.ROOT);
        int to = lower.indexOf(" to ");
        int from = lower.indexOf(" from ");
        int split = Math.max(to, from);
        if (split < 0) {
            return;
        }
        String file =
                unquoted(rest.substring(split + (to > from ? 4 : 6)).strip().split("\\s", 2)[0]);
        String table = rest.substring(0, split).strip();
        if (to > from) {
            sink.name(EffectKind.DATABASE_READ, standIns.decode(table), Set.of("dump"), Certainty.CERTAIN);
            sink.path(EffectKind.FILE_WRITE, standIns.decode(file), Set.of("overwrite"), Certainty.CERTAIN);
        } else {
            sink.path(EffectKind.FILE_READ, standIns.decode(file), Set.of(), Certainty.CERTAIN);
            sink.name(EffectKind.DATABASE_CHANGE, standIns.decode(table), Set.of(), Certainty.CERTAIN);
        }
    }

    private static String unquoted(String text) {
        String file = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        return file.replaceAll("^['\"]|['\"]$", "");
    }
}
