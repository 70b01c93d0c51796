package dev.greenlane.service;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.agents.known.KnownAgents;
import dev.greenlane.api.Routes;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.service.desk.Desk;
import dev.greenlane.service.http.Answer;
import dev.greenlane.service.http.Question;
import dev.greenlane.service.settings.Runs;
import dev.greenlane.service.settings.Runs.Run;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.Session;
import dev.greenlane.store.Sessions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Brings each question to where it is answered. Thread-safe, never throws. */
final class Reception {
    private static final int LATEST = 64;

    private final Desk desk;
    private final Sessions sessions;
    private final Runs runs;
    private final String version;
    private final Runnable end;
    private final ConsentDesk consent;
    private final Carried carried;
    private final AtomicLong events = new AtomicLong();

    /**
     * @param carried runs what a person's command hands over
     * @param end ends the service
     */
    Reception(Desk desk, Sessions sessions, Runs runs, String version, Carried carried, Runnable end) {
        this.desk = desk;
        this.consent = new ConsentDesk(desk);
        this.sessions = sessions;
        this.runs = runs;
        this.version = version;
        this.carried = carried;
        this.end = end;
    }

    Answer answer(Question question) {
        try {
            String path = question.path();
            if (path.startsWith(Routes.REVIEW + "/")) {
                return review(question, path.substring(Routes.REVIEW.length() + 1));
            }
            return path.startsWith(Routes.HOOK + "/")
                    ? hook(question, path.substring(Routes.HOOK.length() + 1).split("/", 2))
                    : switch (path) {
                        case Routes.STATUS -> status();
                        case Routes.MODE -> mode(question);
                        case Routes.SESSION -> session(question);
                        case Routes.GRANTS -> consent.grants(question);
                        case Routes.ASKS -> consent.asks(question);
                        case Routes.UNDO -> undo(question);
                        case Routes.STOP -> stop();
                        default -> Answer.refused(404, "There is no address " + path + ".");
                    };
        } catch (LedgerFailure e) {
            return Answer.refused(500, "The ledger cannot be used: " + e.getMessage() + ".");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            return Answer.refused(
                    500, "An error of the service's own: " + e.getClass().getSimpleName() + ".");
        }
    }

    private Answer hook(Question question, String[] names) {
        Optional<Agent> agent = KnownAgents.byId(names[0]);
        if (agent.isEmpty()) {
            return Answer.refused(404, "No agent is called " + names[0] + ".");
        }
        String event = names.length < 2 || names[1].equals("-") ? "" : names[1];
        events.incrementAndGet();
        return Answer.of(hook(agent.get(), event, question));
    }

    private Answer review(Question question, String name) throws LedgerFailure {
        Optional<Agent> agent = KnownAgents.byId(name);
        if (agent.isEmpty()) {
            return Answer.refused(404, "No agent is called " + name + ".");
        }
        events.incrementAndGet();
        Optional<Run> run = question.parameter("run").flatMap(runs::find);
        try {
            return Answer.of(desk.review(
                    agent.get(),
                    question.body(),
                    run.flatMap(Run::mode),
                    session -> run.ifPresent(known -> runs.note(known, session))));
        } catch (NotJson e) {
            return Answer.refused(400, "The body is not understood: " + e.reason() + ".");
        }
    }

    private String hook(Agent agent, String event, Question question) {
        Optional<String> wanted = question.parameter("mode");
        Optional<Mode> mode = wanted.flatMap(Mode::byId);
        if (wanted.isPresent() && mode.isEmpty()) {
            String reason = "its hook is set up with a mode that does not exist, " + wanted.get();
            return agent.notReviewed(event, question.body(), reason);
        }
        try {
            boolean shadow = question.parameter("shadow").isPresent();
            Optional<Run> run = question.parameter("run").flatMap(runs::find);
            if (run.isEmpty()) {
                return desk.answer(agent, event, question.body(), mode, shadow);
            }
            desk.session(agent, event, question.body()).ifPresent(session -> runs.note(run.get(), session));
            return desk.answer(agent, event, question.body(), run.get().mode().or(() -> mode), false);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            return agent.failAnswer(
                    event, "an error of its own, " + e.getClass().getSimpleName());
        }
    }

    private Answer status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("v", 1);
        status.put("version", version);
        status.put("pid", ProcessHandle.current().pid());
        status.put("events", events.get());
        return Answer.of(Json.line(status) + "\n");
    }

    private Answer mode(Question question) throws LedgerFailure {
        Optional<String> id = question.parameter("session");
        Optional<Session> session = id.isEmpty() ? Optional.empty() : sessions.find(id.get());
        if (session.isEmpty()) {
            return Answer.refused(404, "There is no such session; greenlane log shows the sessions.");
        }
        if (question.method().equals("POST")) {
            session =
                    sessions.mode(session.get().id(), question.parameter("mode").flatMap(Mode::byId));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("session", session.map(Session::id).orElse(""));
        answer.put("mode", session.flatMap(Session::mode).map(Mode::id).orElse(""));
        return Answer.of(Json.line(answer) + "\n");
    }

    private Answer session(Question question) throws LedgerFailure {
        Optional<String> id = question.parameter("session");
        Optional<Session> session = id.isEmpty()
                ? sessions.latest(LATEST).stream()
                        .filter(each -> each.parent().isEmpty())
                        .findFirst()
                : sessions.find(id.get());
        if (session.isEmpty()) {
            return Answer.refused(404, "There is no such session; greenlane log shows the sessions.");
        }
        String top = session.get().parent().orElse(session.get().id());
        return Answer.of(Json.line(InventoryJson.of(top, desk.inventory(top))) + "\n");
    }

    private Answer undo(Question question) {
        if (!question.overSocket() || !question.method().equals("POST")) {
            return Answer.refused(404, "An undo comes over the socket.");
        }
        return carried.undo(question.body())
                .map(Answer::of)
                .orElseGet(() -> Answer.refused(409, "Another build of Greenlane asks; it does that itself."));
    }

    private Answer stop() {
        end.run();
        return Answer.of("{}\n");
    }
}
