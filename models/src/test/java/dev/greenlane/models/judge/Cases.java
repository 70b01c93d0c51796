package dev.greenlane.models.judge;

import java.util.List;

/** Made-up cases. */
final class Cases {
    private Cases() {}

    static Case of(String call, String... words) {
        return new Case(
                List.of(words),
                "Bash",
                call,
                List.of("unknown frobnicate: is no program that is known [possible]"),
                List.of("Bash: file-write notes.txt"),
                List.of(new Case.Doubt(
                        "undecided",
                        "Something that was not understood",
                        "Not understood: frobnicate.",
                        "the command")),
                Written.NONE);
    }
}
