package dev.greenlane.models.judge;

import java.util.List;

/** Made-up cases. */
final class Cases {
    private Cases() {}

    /** One that only the person's words can clear. */
    static Case needingConsent(String call, String... words) {
        Case plain = of(call, words);
        return new Case(
                plain.words(),
                plain.tool(),
                plain.call(),
                plain.effects(),
                plain.facts(),
                plain.earlier(),
                List.of(new Case.Doubt("force-push", "Overwrites a branch", "This overwrites it.", "the branch", true)),
                Written.NONE);
    }

    static Case of(String call, String... words) {
        return new Case(
                List.of(words),
                "Bash",
                call,
                List.of("unknown frobnicate: is no program that is known [possible]"),
                List.of(),
                List.of("Bash: file-write notes.txt"),
                List.of(new Case.Doubt(
                        "undecided",
                        "Something that was not understood",
                        "Not understood: frobnicate.",
                        "the command",
                        false)),
                Written.NONE);
    }
}
