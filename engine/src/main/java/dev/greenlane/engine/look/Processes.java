package dev.greenlane.engine.look;

import java.util.List;
import java.util.Optional;

/** Read-only sight of the processes of this machine. Implementations are thread-safe and never throw. */
public interface Processes {

    /** Sight of nothing. */
    Processes NONE = new Processes() {
        @Override
        public Optional<Running> at(long number) {
            return Optional.empty();
        }

        @Override
        public List<Running> all() {
            return List.of();
        }
    };

    /** The process with this number; empty where there is none, or nobody can tell. */
    Optional<Running> at(long number);

    /** All that can be seen. */
    List<Running> all();

    /**
     * A process.
     *
     * @param parent the number of the process that started it; 0 where nobody can tell
     * @param startedAt milliseconds since 1970; 0 where nobody can tell
     * @param user the account it runs as
     * @param folder its working directory
     * @param words its command line; empty where nobody can tell
     */
    record Running(
            long number,
            long parent,
            long startedAt,
            Optional<String> user,
            Optional<String> folder,
            List<String> words) {
        public Running {
            words = List.copyOf(words);
        }
    }
}
