package dev.greenlane.cli.drive;

import dev.greenlane.agents.input.Json;
import java.util.List;
import java.util.Map;

/**
 * How an agent is made to run by itself, as {@code clients.yaml} describes it.
 *
 * @param agent its id
 * @param npm its package in the npm registry
 * @param version the version that was measured
 * @param tools names of its shell tool
 * @param input of that tool, as JSON in which {@code {command}} stands for the command
 * @param environment variables that point it to the model at {@code {url}}
 * @param files what its home has to hold, by path
 * @param before words of a run that sets it up; empty where none is needed
 * @param words of the run, in which {@code {prompt}} stands for the prompt
 * @param trusting more words, where hooks have to be trusted first; they come before the last
 * @param quick whether it ends by itself and soon
 */
public record Client(
        String agent,
        String npm,
        String version,
        List<String> tools,
        String input,
        Map<String, String> environment,
        Map<String, String> files,
        List<String> before,
        List<String> words,
        List<String> trusting,
        boolean quick) {
    public Client {
        tools = List.copyOf(tools);
        environment = Map.copyOf(environment);
        files = Map.copyOf(files);
        before = List.copyOf(before);
        words = List.copyOf(words);
        trusting = List.copyOf(trusting);
    }

    /** The shell tool's input for a command. */
    Map<String, Object> input(String command) {
        String quoted = Json.line(command);
        try {
            return Json.object(input.replace("{command}", quoted.substring(1, quoted.length() - 1)));
        } catch (Json.NotJson e) {
            throw new IllegalStateException("clients.yaml: the input of " + agent, e);
        }
    }
}
