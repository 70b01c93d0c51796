package dev.greenlane.world.recorded;

import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.Processes;
import dev.greenlane.engine.look.Repositories;
import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.Trees;
import dev.greenlane.engine.look.World;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Questions that a world was asked, and its answers: whoever has them can review a call again as it was reviewed then. Holds texts of
 * files as they are, so whoever keeps one has to take secrets out of it. Thread-safe.
 */
public final class Recording {

    private final Map<String, String> answers = new ConcurrentSkipListMap<>();

    /** A world that answers like another one, and writes it down here. */
    public World of(World world) {
        return new World(
                recorded(Files.class, List.of("files"), world.files()),
                recorded(Trees.class, List.of("trees"), world.trees()),
                recorded(Repositories.class, List.of("repositories"), world.repositories()),
                recorded(Processes.class, List.of("processes"), world.processes()));
    }

    /** A world that answers what was written down here; of all else, nobody can tell. */
    public World replayed() {
        return new World(
                replayed(Files.class, List.of("files"), Files.NONE),
                replayed(Trees.class, List.of("trees"), Trees.NONE),
                replayed(Repositories.class, List.of("repositories"), Repositories.NONE),
                replayed(Processes.class, List.of("processes"), Processes.NONE));
    }

    /** One line for each question, sorted: the question as JSON, a tab, the answer as JSON. */
    public String text() {
        StringBuilder text = new StringBuilder();
        answers.forEach((question, answer) ->
                text.append(question).append('\t').append(answer).append('\n'));
        return text.toString();
    }

    /**
     * Reads what {@link #text} gave.
     *
     * @throws IllegalArgumentException where a line is no question with its answer
     */
    public static Recording read(String text) {
        Recording recording = new Recording();
        for (String line : text.lines().toList()) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IllegalArgumentException("no question with its answer: " + line);
            }
            String question = line.substring(0, tab);
            String answer = line.substring(tab + 1);
            Values.check(question);
            Values.check(answer);
            recording.answers.put(question, answer);
        }
        return recording;
    }

    private <T> T recorded(Class<T> type, List<String> name, T real) {
        return proxy(type, name, (method, arguments) -> {
            Object answer = invoke(method, real, arguments);
            answers.put(question(name, method, arguments), Values.write(answer));
            return answer instanceof Optional<?> found && found.orElse(null) instanceof Repository repository
                    ? Optional.of(recorded(Repository.class, List.of("repository", repository.root()), repository))
                    : answer;
        });
    }

    /** @param unknown answers what was not written down; without it, nothing is known */
    private <T> T replayed(Class<T> type, List<String> name, @Nullable T unknown) {
        return proxy(type, name, (method, arguments) -> {
            if (type == Repository.class && method.getName().equals("root")) {
                return name.getLast();
            }
            String answer = answers.getOrDefault(question(name, method, arguments), "");
            if (type == Repositories.class) {
                return Values.root(answer).map(root -> replayed(Repository.class, List.of("repository", root), null));
            }
            Optional<Object> value = Values.read(answer, method.getGenericReturnType());
            if (value.isPresent()) {
                return value.get();
            }
            return unknown == null ? Optional.empty() : invoke(method, unknown, arguments);
        });
    }

    private interface Answering {
        Object answer(Method method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, List<String> name, Answering answering) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> name.toString().equals(String.valueOf(arguments[0]));
                    case "hashCode" -> name.toString().hashCode();
                    default -> name.toString();
                };
            }
            return answering.answer(method, arguments == null ? new Object[0] : arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static String question(List<String> name, Method method, Object[] arguments) {
        List<Object> question = new ArrayList<>(name);
        question.add(method.getName());
        question.addAll(List.of(arguments));
        return Values.write(question);
    }

    private static Object invoke(Method method, Object on, Object[] arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
