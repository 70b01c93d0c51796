package dev.greenlane.engine.understand.edit;

import dev.greenlane.engine.understand.project.ComposeServices;
import java.util.List;

/** Compose files: each service stands for the {@code docker run} that starts it. */
final class Compose {

    private Compose() {}

    static List<Meaning> read(String text) {
        return ComposeServices.lines(text).stream()
                .<Meaning>map(line -> new Meaning.Runs(line, "shell", Moment.IF_RUN))
                .toList();
    }
}
