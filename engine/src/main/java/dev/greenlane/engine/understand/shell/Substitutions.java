package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Process substitutions: the paths by which their output is read, or data given to them. One for each call. */
final class Substitutions {

    private static final String PREFIX = "/dev/fd/substitution-";

    private final List<Flow> outputs = new ArrayList<>();
    private final List<Consumer<Flow>> takers = new ArrayList<>();
    private final Set<Integer> fed = new HashSet<>();

    /** A path for {@code <(…)}. */
    Value reading(Flow output) {
        return add(output, data -> {});
    }

    /**
     * A path for {@code >(…)}.
     *
     * @param taker follows the commands inside, with the data that comes in
     */
    Value writing(Consumer<Flow> taker) {
        return add(Flow.UNKNOWN, taker);
    }

    private Value add(Flow output, Consumer<Flow> taker) {
        outputs.add(output);
        takers.add(taker);
        return Value.of(PREFIX + (outputs.size() - 1));
    }

    int size() {
        return outputs.size();
    }

    /** What comes from a path that was given out. */
    Optional<Flow> at(String path) {
        return path.startsWith(PREFIX) ? Optional.of(outputs.get(number(path))) : Optional.empty();
    }

    /** Gives data to the commands behind a path that was given out. */
    void feed(Value path, Flow data) {
        int number = number(path.display());
        fed.add(number);
        takers.get(number).accept(data);
    }

    private static int number(String path) {
        return Integer.parseInt(path.substring(PREFIX.length()));
    }

    /** Ends a statement: commands that nothing is known to be given to, get something all the same. */
    void end(int begin) {
        for (int i = begin; i < takers.size(); i++) {
            if (fed.add(i)) {
                takers.get(i).accept(Flow.UNKNOWN);
            }
        }
    }
}
