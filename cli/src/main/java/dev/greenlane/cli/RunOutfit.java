package dev.greenlane.cli;

import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.Installation;
import dev.greenlane.agents.install.NotEditable;
import dev.greenlane.agents.install.RunDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent is started with so that it has hooks for one run, and its settings stay as they are.
 *
 * @param words the agent's command and its words
 * @param environment what is added to its environment
 */
record RunOutfit(List<String> words, Map<String, String> environment) {

    /**
     * The outfit, with its files in {@code folder}; empty where this agent has no door for one run, or it is taken.
     *
     * @param hooks what the agent is given
     */
    static Optional<RunOutfit> of(
            HookPlace place, Installation hooks, List<String> words, Map<String, String> environment, Path folder)
            throws IOException, NotEditable {
        if (place.door().isEmpty()) {
            return Optional.empty();
        }
        RunDoor door = place.door().get();
        boolean taken = door.variable().filter(environment::containsKey).isPresent()
                || door.unless().filter(Files::exists).isPresent()
                || !door.words().isEmpty()
                        && words.stream()
                                .anyMatch(word -> word.split("=", 2)[0].equals(
                                        door.words().get(0)));
        if (taken) {
            return Optional.empty();
        }
        Files.writeString(folder.resolve(door.file()), hooks.alone());
        for (Map.Entry<String, String> file : door.beside().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        List<String> all = new ArrayList<>(words);
        all.addAll(
                1, door.words().stream().map(word -> door.filled(word, folder)).toList());
        return Optional.of(new RunOutfit(
                all,
                door.variable()
                        .map(name -> Map.of(name, door.filled(door.value(), folder)))
                        .orElse(Map.of())));
    }
}
