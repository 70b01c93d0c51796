package dev.greenlane.agents.install;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a client is given hooks for one run, as {@code places.yaml} describes it.
 *
 * @param words come first among the client's words
 * @param variable is set in its environment; empty for none
 * @param value of the variable
 * @param file name of the file with the hooks
 * @param beside further files, by name
 * @param unless where this file is there, the door is taken
 */
public record RunDoor(
        List<String> words,
        Optional<String> variable,
        String value,
        String file,
        Map<String, String> beside,
        Optional<Path> unless) {
    public RunDoor {
        words = List.copyOf(words);
        beside = Map.copyOf(beside);
    }

    /** A word or value with the places of the files in it. */
    public String filled(String text, Path folder) {
        return text.replace("{file}", folder.resolve(file).toString()).replace("{folder}", folder.toString());
    }
}
