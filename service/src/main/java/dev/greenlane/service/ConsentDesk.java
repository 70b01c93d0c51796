package dev.greenlane.service;

import dev.greenlane.agents.input.Json;
import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.engine.consent.grant.Scope;
import dev.greenlane.service.consent.Asked;
import dev.greenlane.service.consent.Asks;
import dev.greenlane.service.consent.Refused;
import dev.greenlane.service.consent.Wanted;
import dev.greenlane.service.desk.Desk;
import dev.greenlane.service.http.Answer;
import dev.greenlane.service.http.Question;
import dev.greenlane.store.LedgerFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers a person who approves. Agents are denied to ask here. Thread-safe. */
final class ConsentDesk {
    private static final int LONGEST_WAIT = 15;

    private final Desk desk;

    ConsentDesk(Desk desk) {
        this.desk = desk;
    }

    /** Gives a grant, or takes one back. */
    Answer grants(Question question) throws LedgerFailure {
        try {
            return switch (question.method()) {
                case "POST" -> given(question);
                case "DELETE" -> revoked(question);
                default -> Answer.refused(405, "Grants are given with POST and taken back with DELETE.");
            };
        } catch (Refused e) {
            return Answer.refused(409, e.reason());
        }
    }

    private Answer given(Question question) throws LedgerFailure, Refused {
        Optional<Asked> asked = desk.stopped(number(question, "entry"));
        if (asked.isEmpty()) {
            throw new Refused("There is no such call that was stopped; greenlane log shows them.");
        }
        Wanted wanted = new Wanted(
                question.parameter("scope").flatMap(Scope::byId).orElse(Scope.ONCE),
                question.parameter("rule").isPresent(),
                until(question));
        Grant grant = desk.approvals().give(asked.get(), wanted, Grant.From.COMMAND);
        desk.asks().answer(asked.get().number(), new Asks.Reply(Optional.of(grant)));
        return Answer.of(Json.line(json(grant)) + "\n");
    }

    private Answer revoked(Question question) throws LedgerFailure, Refused {
        Optional<Long> number = number(question, "id");
        Optional<Grant> grant =
                number.isEmpty() ? Optional.empty() : desk.approvals().revoke(number.get());
        return grant.map(revoked -> Answer.of(Json.line(json(revoked)) + "\n"))
                .orElseThrow(
                        () -> new Refused("There is no such grant that still holds; greenlane grants shows them."));
    }

    /** Lists what waits, or answers it. */
    Answer asks(Question question) throws LedgerFailure {
        try {
            return question.method().equals("POST") ? answered(question) : listed(question);
        } catch (Refused e) {
            return Answer.refused(409, e.reason());
        }
    }

    private Answer listed(Question question) throws Refused {
        long wait = Math.min(LONGEST_WAIT, number(question, "wait").orElse(0L));
        List<Asks.Open> open = wait > 0
                ? desk.asks().open(Duration.ofSeconds(wait))
                : desk.asks().open();
        return Answer.of(
                Json.line(Map.of("asks", open.stream().map(ConsentDesk::json).toList())) + "\n");
    }

    private Answer answered(Question question) throws LedgerFailure, Refused {
        Optional<Long> number = number(question, "ask");
        Optional<Asked> asked =
                number.isEmpty() ? Optional.empty() : desk.asks().find(number.get());
        if (asked.isEmpty()) {
            throw new Refused("There is no such question; greenlane approve shows them.");
        }
        String answer = question.parameter("answer").orElse("");
        Optional<Scope> scope = Scope.byId(answer);
        if (scope.isEmpty() && !answer.equals("no")) {
            throw new Refused("The answer is once, session, project or no.");
        }
        Optional<Grant> grant = scope.isEmpty()
                ? Optional.empty()
                : Optional.of(desk.approvals().give(asked.get(), Wanted.of(scope.get()), Grant.From.ANSWER));
        boolean waited = desk.asks().answer(asked.get().number(), new Asks.Reply(grant));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("waited", waited);
        grant.ifPresent(given -> json.put("grant", json(given)));
        return Answer.of(Json.line(json) + "\n");
    }

    private static Map<String, Object> json(Asks.Open open) {
        Asked asked = open.asked();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ask", asked.number());
        json.put("entry", asked.entry());
        json.put("time", asked.time().toString());
        json.put("waits", open.waits());
        json.put("agent", asked.agent());
        json.put("session", asked.session());
        json.put("cwd", asked.folder().orElse(""));
        json.put("tool", asked.tool());
        json.put("call", asked.text());
        json.put("rule", asked.rule());
        json.put("reason", asked.reason());
        return json;
    }

    private static Map<String, Object> json(Grant grant) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("grant", grant.id());
        json.put("what", grant.what());
        json.put("scope", grant.scope().id());
        json.put("session", grant.session());
        json.put("project", grant.project().orElse(""));
        json.put("until", grant.expires().toString());
        json.put("entry", grant.entry());
        return json;
    }

    private static Optional<Long> number(Question question, String name) throws Refused {
        Optional<String> text = question.parameter(name).filter(value -> !value.equalsIgnoreCase("last"));
        try {
            return text.map(value -> Long.parseLong(value.replaceFirst("^[#g]", "")));
        } catch (NumberFormatException e) {
            throw new Refused(text.orElse("") + " is no number; greenlane log and greenlane grants show them.");
        }
    }

    private static Optional<Instant> until(Question question) throws Refused {
        try {
            return question.parameter("until").map(Instant::parse);
        } catch (DateTimeException e) {
            throw new Refused("The end is no time.");
        }
    }
}
