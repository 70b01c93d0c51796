package dev.greenlane.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command that a person typed and that the native client hands over to the service, with what its terminal tells.
 *
 * @param stamp the file that changes with a newer build, as the launcher knows it
 * @param folder where the person is
 * @param isTerminal whether the output is a terminal that shows colours
 * @param columns how wide it is
 * @param key what was pressed at the question, -1 for the end of the input; empty where nobody was asked yet
 * @param seen by what the text before that question is known again
 * @param environment the names of all variables that are not empty; their values stay where they are
 */
record HandedOver(
        String stamp,
        Path folder,
        boolean isTerminal,
        int columns,
        Optional<Integer> key,
        String seen,
        Map<String, String> environment,
        List<String> arguments) {
    private static final int FIXED = 7;
    private static final String SET = "1";

    HandedOver {
        environment = Map.copyOf(environment);
        arguments = List.copyOf(arguments);
    }

    /** Reads the fields, each of which ends with a zero byte; empty where that is not what they are. */
    static Optional<HandedOver> read(String body) {
        List<String> fields = Arrays.asList(body.split("\0", -1));
        try {
            int names = Integer.parseInt(fields.get(FIXED - 1));
            Map<String, String> environment = new HashMap<>();
            fields.subList(FIXED, FIXED + names).forEach(name -> environment.put(name, SET));
            return Optional.of(new HandedOver(
                    fields.get(0),
                    Path.of(fields.get(1)),
                    fields.get(2).equals(SET),
                    Integer.parseInt(fields.get(3)),
                    fields.get(4).isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(fields.get(4))),
                    fields.get(5),
                    environment,
                    fields.subList(FIXED + names, fields.size() - 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
